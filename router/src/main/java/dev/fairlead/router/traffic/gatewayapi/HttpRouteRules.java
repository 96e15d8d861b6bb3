package dev.fairlead.router.traffic.gatewayapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.Affinity;
import dev.fairlead.router.traffic.HeaderTest;
import dev.fairlead.router.traffic.RouteWish;

/** The rules of an HTTPRoute that make requests flow as wished. Pure. */
final class HttpRouteRules {

    private static final int ALL = 100;

    private final RouteWish wish;

    private final Fields service;

    private final Affinity affinity;

    private final Dialect dialect;

    private final GatewayMatches matches;

    private final GatewayFilters filters;

    HttpRouteRules(RouteWish wish, Dialect dialect) {
        this.wish = wish;
        this.service = wish.service();
        this.affinity = wish.affinity();
        this.dialect = dialect;
        this.matches = new GatewayMatches(wish.apex());
        this.filters = new GatewayFilters(wish, dialect);
    }

    /** The last of them takes whoever the others do not. */
    List<Fields> rules() {
        List<Fields> asked = service.list("match");
        if (!wish.tested().isEmpty()) {
            return List.of(rule(HeaderTest.merged(wish.tested(), asked), shared()),
                    rule(asked, List.of(side(wish.primaryHost(), ALL))));
        }
        if (affinity.isKept()) {
            return sticky(asked);
        }
        Fields plain = rule(asked, shared());
        return affinity.isEnded() ? List.of(ending(asked), plain) : List.of(plain);
    }

    private List<Fields> sticky(List<Fields> asked) {
        List<Fields> rules = new ArrayList<>();
        rules.add(rule(carrying(wish.cookies().canary(), asked), sides(0)));
        Fields primary = side(wish.primaryHost(), wish.canary().primaryPercent());
        if (affinity.keepsPrimary() && dialect.keepsPrimary()) {
            rules.add(rule(carrying(wish.cookies().primary(), asked), sides(ALL)));
            primary = giving(primary, affinity.givingPrimary());
        }
        Fields canary = giving(side(wish.canaryHost(), wish.canary().percent()),
                affinity.givingCanary());
        rules.add(rule(asked, List.of(primary, canary)));
        return rules;
    }

    private Fields ending(List<Fields> asked) {
        Map<String, String> ending = Map.of(Affinity.RESPONSE_HEADER, affinity.ending());
        return rule(carrying(wish.cookies().ended(), asked), shared())
                .with(filters.of(ending), "filters");
    }

    private List<Fields> carrying(String cookie, List<Fields> asked) {
        Fields carries = Fields.EMPTY.with(affinity.carrying(cookie), "headers",
                Affinity.REQUEST_HEADER, "regex");
        return HeaderTest.merged(List.of(carries), asked);
    }

    private static Fields giving(Fields side, String cookie) {
        return side.with(List.of(GatewayFilters.giving(Map.of(Affinity.RESPONSE_HEADER, cookie))),
                "filters");
    }

    private Fields rule(List<Fields> match, List<Fields> backends) {
        return Fields.EMPTY.with(matches.of(match), "matches")
                .withUnlessEmpty(filters.of(Map.of()), "filters")
                .with(backends, "backendRefs")
                .withUnlessEmpty(timeouts(), "timeouts");
    }

    private Fields timeouts() {
        return dialect.isWhole()
                ? Fields.EMPTY.withUnlessEmpty(service.text("timeout"), "request")
                        .withUnlessEmpty(service.text("backendTimeout"), "backendRequest")
                : Fields.EMPTY;
    }

    private List<Fields> shared() {
        return sides(wish.canary().primaryPercent());
    }

    private List<Fields> sides(int primary) {
        return List.of(side(wish.primaryHost(), primary), side(wish.canaryHost(), ALL - primary));
    }

    private Fields side(String name, int weight) {
        return Fields.EMPTY.with("", "group")
                .with("Service", "kind")
                .with(name, "name")
                .with(wish.definition().traffic().port(), "port")
                .with(weight, "weight");
    }
}
