package dev.fairlead.router.traffic.gatewayapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.Affinity;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/** Lays our filters over those that are there; those that a Canary did not give stay. */
final class FilterOverlay {

    /** The types that a Canary may give or leave to others. */
    static final Set<String> OPTIONAL = Set.of("RequestHeaderModifier", "ResponseHeaderModifier",
            "URLRewrite", "RequestMirror", "CORS");

    private static final String ANSWERS = "ResponseHeaderModifier";

    private static final String[] ADDED = {"responseHeaderModifier", "add"};

    private final RouteWish wish;

    private final OwnFields before;

    FilterOverlay(RouteWish wish, OwnFields before) {
        this.wish = wish;
        this.before = before;
    }

    /**
     * The filters of a rule.
     *
     * @param same
     *            whether the rule takes the same requests as before
     */
    List<Fields> over(Fields live, Fields wanted, boolean same) {
        List<Fields> over = new ArrayList<>(wanted.list("filters"));
        Set<String> types = Set.copyOf(over.stream().map(one -> one.text("type")).toList());
        live.list("filters")
                .stream()
                .filter(old -> isTheirs(old, types, same))
                .forEach(over::add);
        return over;
    }

    private boolean isTheirs(Fields filter, Set<String> wanted, boolean same) {
        String type = filter.text("type");
        if (!OPTIONAL.contains(type)) {
            return true;
        }
        boolean left = same && !before.has(type) && !isEnding(filter);
        return type.equals("RequestMirror")
                ? left && !filter.text("requestMirror", "backendRef", "name")
                        .equals(wish.canaryHost())
                : left && !wanted.contains(type);
    }

    /** A rule that ends a cookie says so in a filter that no Canary gave. */
    private boolean isEnding(Fields filter) {
        return filter.list(ADDED)
                .stream()
                .anyMatch(pair -> isCookie(pair) && pair.text("value").contains("; Max-Age=-1"));
    }

    /** The filters of a side: what others want of its answers, and our cookie among it. */
    List<Fields> overSide(Fields live, Fields wanted) {
        List<Fields> filters = new ArrayList<>();
        List<Fields> cookies = wanted.list("filters")
                .stream()
                .flatMap(filter -> filter.list(ADDED).stream())
                .toList();
        boolean given = cookies.isEmpty();
        for (Fields filter : live.list("filters")) {
            if (!filter.text("type").equals(ANSWERS)) {
                filters.add(filter);
                continue;
            }
            List<Fields> added = Stream.concat(filter.list(ADDED)
                    .stream()
                    .filter(pair -> !before.has(OwnFields.COOKIES) || !isCookie(pair)),
                    cookies.stream()).toList();
            Fields modifier = filter.withUnlessEmpty(added, ADDED);
            if (!modifier.fields("responseHeaderModifier").isEmpty()) {
                filters.add(modifier);
            }
            given = true;
        }
        if (!given) {
            filters.addAll(wanted.list("filters"));
        }
        return filters;
    }

    private static boolean isCookie(Fields pair) {
        return pair.text("name").equals(Affinity.RESPONSE_HEADER);
    }
}
