package dev.fairlead.router.traffic.istio;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.definition.Analysis.Strategy;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.RouteWish.Mirror;

/** The spec of a VirtualService that makes requests flow as wished. Pure. */
final class IstioRoutes {

    private static final String MESH = "mesh";

    private final RouteWish wish;

    private final Fields service;

    private final boolean preparing;

    /**
     * @param preparing
     *            whether the requests that are in no A/B test are named by a full share; a shift
     *            writes the primary's share there, as Flagger does
     */
    IstioRoutes(RouteWish wish, boolean preparing) {
        this.wish = wish;
        this.service = wish.service();
        this.preparing = preparing;
    }

    /** The spec, with what others have put into the one that is there. */
    Fields over(Fields live) {
        Fields spec = service.flag("delegation") ? delegated(live) : addressed(live);
        boolean tcp = service.text("appProtocol").equalsIgnoreCase("tcp");
        RouteOverlay overlay = new RouteOverlay(wish);
        List<Fields> routes = overlay.over(live.list(tcp ? "tcp" : "http"),
                tcp ? List.of(tcpRoute()) : httpRoutes());
        return overlay.withoutOurs(spec, tcp ? "http" : "tcp")
                .with(routes, tcp ? "tcp" : "http");
    }

    /** A spec without what changes at each step, to tell whether the rest differs. */
    static Fields withoutShares(Fields spec) {
        return spec.changingEach(IstioRoutes::withoutShare, "http")
                .changingEach(IstioRoutes::withoutShare, "tcp");
    }

    private static Fields withoutShare(Fields route) {
        return route.without("mirror")
                .without("mirrorPercentage")
                .changingEach(destination -> destination.without("weight"), "route");
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
                .with(gateways.isEmpty() ? List.of(MESH) : gateways,
                        "gateways");
    }

    private Fields tcpRoute() {
        List<Fields> match = service.list("match")
                .stream()
                .map(one -> Fields.EMPTY.withUnlessEmpty(one.at("port").orElse(""), "port"))
                .toList();
        return Fields.EMPTY.withUnlessEmpty(match, "match").with(bothSides(), "route");
    }

    private List<Fields> httpRoutes() {
        List<Fields> asked = service.list("match");
        if (wish.definition().analysis().strategy() != Strategy.AB_TESTING) {
            return List.of(mirrored(httpRoute(asked, bothSides())));
        }
        List<Fields> tested = wish.definition()
                .analysis()
                .match()
                .stream()
                .map(tree -> Fields.of(tree.fields()))
                .toList();
        int rest = preparing ? 100 : wish.canary().primaryPercent();
        return List.of(httpRoute(HeaderTest.merged(tested, asked), bothSides()),
                httpRoute(asked, List.of(side(wish.primaryHost(), rest))));
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
        if (wish.mirror() != Mirror.ON) {
            return route;
        }
        int percent = wish.definition().analysis().mirror().percent();
        Fields copied = route.with(wish.canaryHost(), "mirror", "host");
        return percent > 0 ? copied.with(percent, "mirrorPercentage", "value") : copied;
    }

    private List<Fields> bothSides() {
        return List.of(side(wish.primaryHost(), wish.canary().primaryPercent()),
                side(wish.canaryHost(), wish.canary().percent()));
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
