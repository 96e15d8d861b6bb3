package dev.fairlead.router.traffic.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.RouteWish;

/**
 * Copies of requests. Those that others have ordered to places of their own stay; beside such ones
 * ours are in the list, for Istio takes either the single mirror or the list.
 */
final class Mirrors {

    /** How the share of the single mirror has been spelt. */
    private static final Set<String> SHARES = Set.of("mirrorPercentage", "mirrorPercent",
            "mirror_percent");

    private final RouteWish wish;

    Mirrors(RouteWish wish) {
        this.wish = wish;
    }

    /**
     * @param live
     *            the route as it is
     * @param wanted
     *            our route
     * @param route
     *            the route as it is to be, but for copies
     */
    Fields over(Fields live, Fields wanted, Fields route) {
        Fields plain = route.without("mirror").without("mirrors");
        for (String share : SHARES) {
            plain = plain.without(share);
        }
        List<Fields> theirs = listed(live);
        boolean single = live.has("mirror") && !isOurs(live.text("mirror", "host"));
        if (wanted.has("mirror")) {
            return beside(theirs, single, live, wanted, plain);
        }
        Fields left = plain.withUnlessEmpty(theirs, "mirrors");
        return single ? withSingle(live, left) : left;
    }

    private Fields beside(List<Fields> theirs, boolean single, Fields live, Fields wanted,
            Fields plain) {
        if (theirs.isEmpty() && !single) {
            return withSingle(wanted, plain);
        }
        List<Fields> all = new ArrayList<>(theirs);
        if (single) {
            all.add(entry(live));
        }
        all.add(entry(wanted));
        return plain.with(all, "mirrors");
    }

    private List<Fields> listed(Fields live) {
        return live.list("mirrors")
                .stream()
                .filter(one -> !isOurs(one.text("destination", "host")))
                .toList();
    }

    private static Fields entry(Fields route) {
        return Fields.EMPTY.with(route.fields("mirror"), "destination")
                .withUnlessEmpty(route.fields("mirrorPercentage"), "percentage");
    }

    private static Fields withSingle(Fields from, Fields route) {
        Fields copied = route.with(from.fields("mirror"), "mirror");
        for (String share : SHARES) {
            copied = copied.withUnlessEmpty(from.at(share).orElse(""), share);
        }
        return copied;
    }

    private boolean isOurs(String host) {
        return RouteSides.isHost(host, wish.canaryHost(), wish.target().namespace());
    }
}
