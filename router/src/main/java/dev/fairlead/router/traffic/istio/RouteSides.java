package dev.fairlead.router.traffic.istio;

import java.util.List;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.Affinity;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/** Lays the two sides of a route of ours over those that are there. */
final class RouteSides {

    private final RouteWish wish;

    private final OwnFields before;

    RouteSides(RouteWish wish, OwnFields before) {
        this.wish = wish;
        this.before = before;
    }

    List<Fields> over(List<Fields> live, List<Fields> wanted) {
        return wanted.stream().map(side -> over(live, side)).toList();
    }

    private Fields over(List<Fields> live, Fields side) {
        String host = side.text("destination", "host");
        return live.stream()
                .filter(old -> isHost(old.text("destination", "host"), host,
                        wish.target().namespace()))
                .findFirst()
                .map(old -> over(old, side))
                .orElse(side);
    }

    private Fields over(Fields live, Fields side) {
        Fields over = withoutOurCookie(live)
                .with(side.text("destination", "host"), "destination", "host")
                .without("destination", "port")
                .withUnlessEmpty(side.fields("destination", "port"), "destination", "port")
                .with(side.at("weight").orElse(0), "weight");
        String cookie = side.text("headers", "response", "add", Affinity.RESPONSE_HEADER);
        return cookie.isEmpty()
                ? over
                : over.with(cookie, "headers", "response", "add", Affinity.RESPONSE_HEADER);
    }

    private Fields withoutOurCookie(Fields live) {
        if (!before.has(OwnFields.COOKIES)) {
            return live;
        }
        Fields less = live.without("headers", "response", "add", Affinity.RESPONSE_HEADER);
        for (String[] part : new String[][]{{"headers", "response", "add"}, {"headers", "response"},
            {"headers"}}) {
            less = less.withUnlessEmpty(less.fields(part), part);
        }
        return less;
    }

    /** Short and long names of a Service are the same host. */
    static boolean isHost(String host, String service, String namespace) {
        String inNamespace = service + "." + namespace;
        return host.equals(service) || host.equals(inNamespace)
                || host.startsWith(inNamespace + ".svc");
    }
}
