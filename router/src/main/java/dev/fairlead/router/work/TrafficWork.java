package dev.fairlead.router.work;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.FinalizerDraft;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.Services;
import dev.fairlead.router.traffic.AdoptedService;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.ServiceGivenBack;
import dev.fairlead.router.traffic.TrafficRouter;
import dev.fairlead.router.traffic.TrafficRouters;
import dev.fairlead.router.workload.Workload.Pods;

/** Writes where requests go, and gives back what decided so before. */
final class TrafficWork {

    /** Between two looks at whether a mesh obeys. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** What is left of an attempt for the report, when a mesh does not obey. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final ClusterObjects objects;

    private final TrafficRouters routers;

    TrafficWork(ClusterObjects objects, TrafficRouters routers) {
        this.objects = objects;
        this.routers = routers;
    }

    void shift(ShiftTraffic order, Attempt attempt) {
        OrderHead head = order.head();
        TrafficRouter router = routers.of(order.definition());
        var wish = new RouteWish(head.target(), head.life(), order.definition(), Map.of(),
                order.canary(), order.mirrored(), order.cookies());
        for (Draft draft : router.shift(wish)) {
            Fields written = objects.write(draft, head.fence(), attempt);
            awaitObeyed(router, draft.object(), written, attempt);
        }
    }

    /**
     * The apex Service and the routes, once the primary can serve.
     *
     * @param services
     *            empty when the target is itself the Service that users call
     */
    void prepare(PrepareTarget order, Optional<Pods> pods, Optional<Services> services,
            Attempt attempt) {
        OrderHead head = order.head();
        services.ifPresent(made -> objects.write(new AdoptedService(made.apex(), head.target()),
                head.fence(), attempt));
        var wish = new RouteWish(head.target(), head.life(), order.definition(),
                labels(order.definition(), keys(pods)), order.canary(),
                order.mirrored(), order.cookies());
        for (Draft draft : routers.of(order.definition()).prepare(wish)) {
            objects.write(draft, head.fence(), attempt);
        }
    }

    /** Holds the Canary for as long as there is something to give back, or lets it go. */
    void hold(OrderHead head, boolean held, Attempt attempt) {
        objects.write(new FinalizerDraft(canary(head), held), head.fence(), attempt);
    }

    /**
     * @param own
     *            label and value of the target's own pods; empty when not known
     */
    void giveBack(RevertTarget order, Map<String, String> own, Attempt attempt) {
        OrderHead head = order.head();
        Definition definition = order.definition();
        var apex = new ObjectRef(Kind.SERVICE, head.target().namespace(),
                definition.traffic().apex());
        if (!definition.workload().kind().equals(Kind.SERVICE.title())) {
            giveBack(new ServiceGivenBack(apex, head.target(), own), head, attempt);
        }
        var wish = new RouteWish(head.target(), head.life(), definition,
                labels(definition, own.keySet()),
                Weight.ZERO, false, Cookies.NONE);
        for (Draft draft : routers.of(definition).giveBack(wish)) {
            giveBack(draft, head, attempt);
        }
    }

    /** What is gone by now needs not be given back. */
    private void giveBack(Draft draft, OrderHead head, Attempt attempt) {
        if (objects.read(draft.object(), attempt).isPresent()) {
            objects.write(draft, head.fence(), attempt);
        }
    }

    /**
     * Requests flow as written only once the mesh says so, where it does.
     *
     * @throws Obstacle
     *             UNREACHABLE when it does not within the attempt; the object stays as written
     */
    private void awaitObeyed(TrafficRouter router, ObjectRef ref, Fields written,
            Attempt attempt) {
        Optional<String> pending = router.pending(written);
        while (pending.isPresent() && attempt.left().compareTo(LAST_LOOK) > 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            pending = router.pending(objects.require(ref, attempt));
        }
        if (pending.isPresent()) {
            throw new Obstacle(Reason.UNREACHABLE, ref.toString(), pending.get());
        }
    }

    /**
     * With {@code service.apex}, routing objects have the apex Service's label, as Flagger's do.
     *
     * @param keys
     *            the label's, if known
     */
    private static Map<String, String> labels(Definition definition, Set<String> keys) {
        var traffic = definition.traffic();
        return traffic.service().fields().containsKey("apex")
                ? keys.stream().collect(Collectors.toMap(key -> key, key -> traffic.apex()))
                : Map.of();
    }

    private static Set<String> keys(Optional<Pods> pods) {
        return pods.map(known -> Set.of(known.label().key())).orElse(Set.of());
    }

    private static ObjectRef canary(OrderHead head) {
        return new ObjectRef(Kind.CANARY, head.target().namespace(), head.target().name());
    }
}
