package dev.fairlead.router.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.model.Provider.Ability;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.router.golden.Definitions;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;

/** How a router is asked and its answers are looked at; what is asked follows from its abilities. */
public abstract class RouterTrial {

    protected static final TargetKey TARGET = new TargetKey("eu-1", "test", "podinfo");

    protected static final Map<String, Object> AFFINITY = Map.of("sessionAffinity",
            Map.of("cookieName", "side", "primaryCookieName", "other", "domain", "example.com",
                    "path", "/"));

    protected static final Cookies STEPPING = new Cookies("side=abc", "other=def", "");

    protected static final Cookies ENDING = new Cookies("", "", "side=abc");

    /** The router under test. */
    protected abstract TrafficRouter router();

    /** The canary's share, 0–100, of a GET of {@code /} with these headers, by the router's objects. */
    protected abstract int canaryShare(List<Fields> objects, Map<String, String> headers);

    /** Whether copies of a GET of {@code /} go to the canary. */
    protected abstract boolean isMirrored(List<Fields> objects);

    /** The values of {@code Set-Cookie} that answers to such a request may have. */
    protected abstract List<String> cookies(List<Fields> objects, Map<String, String> headers);

    /** A routing object as a user could have had it before, with unknown fields at every level. */
    protected abstract List<Fields> users();

    /** More that {@code spec.service} must have for this router. */
    protected Map<String, Object> service() {
        return Map.of();
    }

    /** A wish with these fields of {@code spec.service} beside what the router needs. */
    protected RouteWish wish(int weight, Map<String, Object> service) {
        return wish(Definitions.with(provider(), service), weight, Cookies.NONE, false);
    }

    protected RouteWish wish(int weight, Map<String, Object> analysis, Cookies cookies,
            boolean mirrored) {
        return wish(Definitions.with(provider(), service(), analysis), weight, cookies, mirrored);
    }

    private static RouteWish wish(Definition definition, int weight,
            Cookies cookies, boolean mirrored) {
        return new RouteWish(TARGET, new Life("life-1"), definition, Map.of(), Weight.of(weight),
                mirrored, cookies);
    }

    protected RouteWish wish(int weight) {
        return wish(weight, Map.of(), Cookies.NONE, false);
    }

    protected List<Fields> prepared() {
        return created(router().prepare(wish(0)));
    }

    protected List<Fields> shifted(List<Fields> objects, RouteWish wish) {
        return corrected(router().shift(wish), objects);
    }

    private String provider() {
        return router().providers().iterator().next().text();
    }

    protected boolean can(Ability ability) {
        return router().providers().iterator().next().can(ability);
    }

    protected Map<String, RouteWish> everyWay() {
        Map<String, RouteWish> ways = new LinkedHashMap<>();
        ways.put("step", wish(10));
        if (can(Ability.MIRRORS_ITERATIONS)) {
            ways.put("mirror", wish(0, Map.of("iterations", 5), Cookies.NONE, true));
        }
        if (can(Ability.HEADERS)) {
            ways.put("test", wish(100, testedBy(List.of(Map.of("headers",
                    Map.of("x-canary", Map.of("exact", "insider"))))), Cookies.NONE, false));
        }
        if (can(Ability.AFFINITY)) {
            ways.put("cookies", wish(20, AFFINITY, STEPPING, false));
            ways.put("cookies that end", wish(0, AFFINITY, ENDING, false));
        }
        return ways;
    }

    protected List<Fields> testing(List<Map<String, Object>> match) {
        return shifted(prepared(), wish(100, testedBy(match), Cookies.NONE, false));
    }

    private static Map<String, Object> testedBy(List<Map<String, Object>> match) {
        return Map.of("iterations", 5, "match", match);
    }

    protected static List<Fields> created(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.created().orElseThrow()).toList();
    }

    /** The objects as the drafts make them; one that is not there yet is made. */
    protected static List<Fields> corrected(List<Draft> drafts, List<Fields> objects) {
        List<Fields> all = new ArrayList<>();
        for (Fields object : objects) {
            all.add(drafts.stream()
                    .filter(draft -> draft.object().name().equals(object.text("metadata", "name"))
                            && draft.object().kind().title().equals(object.text("kind")))
                    .findFirst()
                    .map(draft -> draft.corrected(object))
                    .orElse(object));
        }
        return all;
    }
}
