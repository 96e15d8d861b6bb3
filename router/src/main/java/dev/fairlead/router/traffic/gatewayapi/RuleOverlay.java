package dev.fairlead.router.traffic.gatewayapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/**
 * Lays our rules over those that are there. A rule of ours takes over from the one with the same
 * matches, else from the one that takes whoever the others do not, with every field in it that the
 * Canary does not give. Rules that lead elsewhere stay: which rule takes a request is decided by its
 * matches first.
 */
final class RuleOverlay {

    static final String TIMEOUTS = "timeouts";

    /** The resource definition wants each name once, so copies of a rule have none. */
    private static final String NAME = "name";

    private static final Set<String> LIMITS = Set.of("request", "backendRequest");

    private static final Set<String> CONDITIONS = Set.of("path", "headers", "queryParams",
            "method");

    private final Set<String> sides;

    private final OwnFields before;

    private final FilterOverlay filters;

    RuleOverlay(RouteWish wish, OwnFields before) {
        this.sides = Set.of(wish.apex(), wish.primaryHost(), wish.canaryHost());
        this.before = before;
        this.filters = new FilterOverlay(wish, before);
    }

    /** All rules: the wanted ones, each over the one it follows, and those of others. */
    List<Fields> over(List<Fields> live, List<Fields> wanted) {
        List<Fields> ours = live.stream().filter(this::leadsToUs).toList();
        Optional<Fields> main = main(ours, wanted.getLast());
        boolean same = main.isPresent() && isSame(main.get(), wanted.getLast());
        List<Fields> over = wanted.stream()
                .map(rule -> ours.stream()
                        .filter(old -> isSame(old, rule))
                        .findFirst()
                        .or(() -> rule.equals(wanted.getLast())
                                ? main
                                : main.map(old -> old.without(NAME)))
                        .map(old -> over(old, rule, same))
                        .orElse(rule))
                .toList();
        return amongOthers(live, over);
    }

    private static Optional<Fields> main(List<Fields> ours, Fields wanted) {
        return ours.reversed()
                .stream()
                .filter(old -> isSame(old, wanted))
                .findFirst()
                .or(() -> ours.isEmpty() ? Optional.empty() : Optional.of(ours.getLast()));
    }

    private static boolean isSame(Fields live, Fields wanted) {
        return conditions(live).equals(conditions(wanted));
    }

    private static List<Fields> conditions(Fields rule) {
        return rule.list("matches").stream().map(RuleOverlay::condition).toList();
    }

    private static Fields condition(Fields match) {
        Fields condition = match;
        for (String name : match.map().keySet()) {
            condition = CONDITIONS.contains(name) ? condition : condition.without(name);
        }
        return condition;
    }

    private List<Fields> amongOthers(List<Fields> live, List<Fields> ours) {
        List<Fields> all = new ArrayList<>();
        boolean none = live.stream().noneMatch(this::leadsToUs);
        boolean placed = none && all.addAll(ours);
        for (Fields rule : live) {
            boolean us = leadsToUs(rule);
            if (us && !placed) {
                placed = all.addAll(ours);
            }
            if (!us) {
                all.add(rule);
            }
        }
        return all;
    }

    private Fields over(Fields live, Fields wanted, boolean same) {
        boolean theirLimits = same && !before.has(TIMEOUTS);
        Fields rule = live.with(matches(live, wanted), "matches")
                .withUnlessEmpty(filters.over(live, wanted, same), "filters")
                .with(wanted.list("backendRefs").stream().map(side -> side(live, side)).toList(),
                        "backendRefs");
        Fields limits = wanted.fields(TIMEOUTS);
        for (var field : live.fields(TIMEOUTS).map().entrySet()) {
            boolean theirs = !LIMITS.contains(field.getKey()) || theirLimits;
            if (theirs && !limits.has(field.getKey())) {
                limits = limits.with(field.getValue(), field.getKey());
            }
        }
        return rule.withUnlessEmpty(limits, TIMEOUTS);
    }

    private static List<Fields> matches(Fields live, Fields wanted) {
        return isSame(live, wanted) ? live.list("matches") : wanted.list("matches");
    }

    private Fields side(Fields live, Fields wanted) {
        return live.list("backendRefs")
                .stream()
                .filter(old -> old.text("name").equals(wanted.text("name")))
                .findFirst()
                .map(old -> over(old, wanted))
                .orElse(wanted);
    }

    private Fields over(Fields live, Fields wanted) {
        Fields side = live;
        for (var field : wanted.without("filters").map().entrySet()) {
            side = side.with(field.getValue(), field.getKey());
        }
        return side.withUnlessEmpty(filters.overSide(live, wanted), "filters");
    }

    private boolean leadsToUs(Fields rule) {
        return rule.list("backendRefs")
                .stream()
                .anyMatch(side -> sides.contains(side.text("name"))
                        && Set.of("", "Service").contains(side.text("kind")));
    }
}
