package dev.fairlead.sandbox.simulation.rule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.MemoryApiServer;
import dev.fairlead.sandbox.simulation.cluster.Objects;

/**
 * Users lose no request when one side takes over from the other: whoever gets more of them has pods
 * that serve, and whoever is scaled away has had none for as long as proxies need to learn it.
 */
public final class HandOverRule {

    private static final String SERVES = "requests go to pods that serve";
    private static final String DRAINED = "a side is drained before it goes";
    private static final String PRIMARY = "-primary";
    /** As the Canaries of these worlds ask for it. */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /** The log's clock may be behind by so much, while its answer is on its way. */
    private static final Duration LATE = Duration.ofMillis(500);

    private final Objects objects;
    private final LongSupplier nanos;
    private final boolean clockJumps;
    private final Map<String, Long> leftAt = new HashMap<>();

    /**
     * @param nanos
     *            the world's time
     * @param clockJumps
     *            whether the log's may be another, so that a drain has no known length
     */
    public HandOverRule(Objects objects, LongSupplier nanos, boolean clockJumps) {
        this.objects = objects;
        this.nanos = nanos;
        this.clockJumps = clockJumps;
    }

    /** Before a write of ours. */
    void written(ObjectRef object, Fields before, Fields now) {
        if (object.kind() == Kind.VIRTUAL_SERVICE) {
            String apex = object.name();
            serves(object, apex + PRIMARY, share(before, apex + PRIMARY),
                    share(now, apex + PRIMARY));
            int left = share(before, apex + "-canary");
            int canary = share(now, apex + "-canary");
            serves(object, apex, left, canary);
            if (canary == 0 && left > 0 && isOurs(object)) {
                leftAt.put(apex, nanos.getAsLong());
            } else if (before.isEmpty()) {
                leftAt.putIfAbsent(apex, nanos.getAsLong());
            }
        } else if (object.kind() == Kind.DEPLOYMENT && !before.isEmpty()) {
            boolean goes = replicas(now) == 0 && replicas(before) > 0;
            if (goes) {
                drained(object);
            }
        }
    }

    private void serves(ObjectRef route, String name, int before, int now) {
        if (now <= before) {
            return;
        }
        Optional<Objects.Stored> side = objects
                .find(new ObjectRef(Kind.DEPLOYMENT, route.namespace(), name));
        // one that was deleted with its Canary is nobody's hand-over
        Violation.unless(side.isEmpty() || available(side.get().fields()) > 0, SERVES,
                () -> route + " gives " + now + " to " + name + ", of which nothing is available: "
                        + side.orElseThrow().fields().fields("status").map());
    }

    private boolean isOurs(ObjectRef route) {
        return objects.find(route)
                .map(it -> it.manager().equals(MemoryApiServer.ENGINE))
                .orElse(false);
    }

    private void drained(ObjectRef object) {
        boolean primary = object.name().endsWith(PRIMARY);
        String apex = primary
                ? object.name().substring(0, object.name().length() - PRIMARY.length())
                : object.name();
        Optional<Objects.Stored> route = objects
                .find(new ObjectRef(Kind.VIRTUAL_SERVICE, object.namespace(), apex));
        if (route.isEmpty() || !isOurs(route.get().ref())) {
            return; // somebody else has broken it
        }
        int share = share(route.get().fields(), primary ? object.name() : apex + "-canary");
        Violation.unless(share == 0, DRAINED,
                () -> object + " is scaled away, but gets " + share);
        long since = nanos.getAsLong() - leftAt.getOrDefault(apex, 0L);
        Violation.unless(primary || clockJumps || since >= DRAIN.minus(LATE).toNanos(), DRAINED,
                () -> object + " is scaled away " + since + " ns after its last request");
    }

    private static int share(Fields route, String host) {
        return route.isEmpty() ? 0 : WriteRules.share(route, host);
    }

    private static int available(Fields deployment) {
        return deployment.number("status", "availableReplicas").orElse(0);
    }

    private static int replicas(Fields deployment) {
        return deployment.number("spec", "replicas").orElse(1);
    }
}
