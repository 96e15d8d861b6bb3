package dev.fairlead.router.traffic.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.Affinity;
import dev.fairlead.router.traffic.HeaderTest;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/** The spec of a VirtualService that makes requests flow as wished. Pure. */
final class IstioRoutes {

    private static final String MESH = "mesh";

    private final RouteWish wish;

    private final Fields service;

    private final Affinity affinity;

    IstioRoutes(RouteWish wish) {
        this.wish = wish;
        this.service = wish.service();
        this.affinity = wish.affinity();
    }

    /**
     * The spec, with what others have put into the one that is there.
     *
     * @param before
     *            what of it was ours before
     */
    Fields over(Fields live, OwnFields before) {
        Fields spec = service.flag("delegation") ? delegated(live) : addressed(live);
        RouteOverlay overlay = new RouteOverlay(wish, before);
        return isTcp()
                ? overlay.withoutOurs(spec, "http")
                        .with(overlay.over(live.list("tcp"), List.of(tcpRoute())), "tcp")
                : overlay.withoutOurs(spec, "tcp")
                        .with(overlay.over(live.list("http"), httpRoutes()), "http");
    }

    /** What of the spec is ours from now on. */
    OwnFields own() {
        Fields plain = httpRoute(List.of(), List.of());
        Set<String> names = new TreeSet<>(RouteOverlay.OPTIONAL);
        names.removeIf(name -> !plain.has(name));
        if (affinity.isKept()) {
            names.add(OwnFields.COOKIES);
        }
        return new OwnFields(names);
    }

    private boolean isTcp() {
        return service.text("appProtocol").equalsIgnoreCase("tcp");
    }

    private Fields delegated(Fields live) {
        if (!service.texts("hosts").isEmpty() || !service.texts("gateways").isEmpty()) {
            throw new Obstacle(Reason.INVALID, "VirtualService/" + wish.apex(),
                    "VirtualService %s.%s cannot have hosts and gateways when delegation enabled"
                            .formatted(wish.apex(), wish.target().namespace()));
        }
        return live.with(List.of(), "hosts").without("gateways");
    }

    private Fields addressed(Fields live) {
        List<String> hosts = new ArrayList<>(service.texts("hosts"));
        if (!hosts.contains(wish.apex()) && !hosts.contains("*")) {
            hosts.add(wish.apex());
        }
        List<String> gateways = service.texts("gateways");
        return live.with(hosts, "hosts")
                .with(gateways.isEmpty() ? List.of(MESH) : gateways, "gateways");
    }

    private Fields tcpRoute() {
        List<Fields> match = service.list("match")
                .stream()
                .map(one -> Fields.EMPTY.withUnlessEmpty(one.at("port").orElse(""), "port"))
                .toList();
        return Fields.EMPTY.withUnlessEmpty(match, "match").with(shared(), "route");
    }

    /** The last of them takes whoever the others do not. */
    private List<Fields> httpRoutes() {
        List<Fields> asked = service.list("match").stream().map(IstioMatches::written).toList();
        if (!wish.tested().isEmpty()) {
            List<Fields> tested = wish.tested().stream().map(IstioMatches::written).toList();
            return List.of(httpRoute(HeaderTest.merged(tested, asked), shared()),
                    httpRoute(asked, List.of(side(wish.primaryHost(),
                            wish.canary().primaryPercent()))));
        }
        if (affinity.isKept()) {
            return sticky(asked);
        }
        Fields plain = mirrored(httpRoute(asked, shared()));
        return affinity.isEnded()
                ? List.of(plain.with(carrying(wish.cookies().ended(), asked), "match")
                        .with(affinity.ending(), "headers", "response", "add",
                                Affinity.RESPONSE_HEADER),
                        plain)
                : List.of(plain);
    }

    private List<Fields> sticky(List<Fields> asked) {
        List<Fields> routes = new ArrayList<>();
        routes.add(httpRoute(carrying(wish.cookies().canary(), asked), sides(0)));
        Fields primary = side(wish.primaryHost(), wish.canary().primaryPercent());
        if (affinity.keepsPrimary()) {
            routes.add(httpRoute(carrying(wish.cookies().primary(), asked), sides(100)));
            primary = giving(primary, affinity.givingPrimary());
        }
        Fields canary = giving(side(wish.canaryHost(), wish.canary().percent()),
                affinity.givingCanary());
        routes.add(httpRoute(asked, List.of(primary, canary)));
        return routes;
    }

    private List<Fields> carrying(String cookie, List<Fields> asked) {
        Fields carries = Fields.EMPTY.with(affinity.carrying(cookie), "headers",
                Affinity.REQUEST_HEADER, "regex");
        return HeaderTest.merged(List.of(carries), asked);
    }

    private static Fields giving(Fields side, String cookie) {
        return side.with(Map.of(Affinity.RESPONSE_HEADER, cookie), "headers", "response", "add");
    }

    private Fields httpRoute(List<Fields> match, List<Fields> destinations) {
        Fields rewrite = Fields.EMPTY
                .withUnlessEmpty(service.text("rewrite", "authority"), "authority")
                .withUnlessEmpty(service.text("rewrite", "uri"), "uri");
        Fields retries = service.fields("retries");
        if (service.has("retries") && !retries.has("attempts")) {
            retries = retries.with(0, "attempts");
        }
        return Fields.EMPTY.withUnlessEmpty(match, "match")
                .withUnlessEmpty(rewrite, "rewrite")
                .withUnlessEmpty(service.text("timeout"), "timeout")
                .withUnlessEmpty(retries, "retries")
                .withUnlessEmpty(service.fields("corsPolicy"), "corsPolicy")
                .withUnlessEmpty(service.fields("headers"), "headers")
                .with(destinations, "route");
    }

    /** Copies go to the canary; without a share of their own, all of them do. */
    private Fields mirrored(Fields route) {
        if (!wish.mirrored()) {
            return route;
        }
        int percent = wish.definition().analysis().mirror().percent();
        Fields copied = route.with(wish.canaryHost(), "mirror", "host");
        return percent > 0 ? copied.with(percent, "mirrorPercentage", "value") : copied;
    }

    private List<Fields> shared() {
        return sides(wish.canary().primaryPercent());
    }

    private List<Fields> sides(int primary) {
        return List.of(side(wish.primaryHost(), primary), side(wish.canaryHost(), 100 - primary));
    }

    private Fields side(String host, int weight) {
        Fields side = Fields.EMPTY.with(host, "destination", "host").with(weight, "weight");
        return needsPort()
                ? side.with(wish.definition().traffic().port(), "destination", "port", "number")
                : side;
    }

    /** A gateway cannot choose among the several ports that discovery gives a Service. */
    private boolean needsPort() {
        List<String> gateways = service.texts("gateways");
        boolean throughGateway = !gateways.isEmpty() && !gateways.getFirst().equals(MESH);
        return service.flag("portDiscovery") && (throughGateway || service.flag("delegation"));
    }
}
