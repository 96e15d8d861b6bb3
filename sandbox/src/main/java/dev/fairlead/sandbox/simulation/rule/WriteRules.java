package dev.fairlead.sandbox.simulation.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.fairlead.events.Fence;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.MemoryApiServer;

/** Each write of ours to a cluster, before it is done. */
public final class WriteRules implements MemoryApiServer.Witness {

    private static final String NAMED = "a write names an event";
    private static final String GROWS = "fences only grow";
    private static final String PRIMARY = "-primary";

    private final Function<ObjectRef, TargetHistory> history;
    private final HandOverRule handOver;
    private final LifeRule lives;

    /**
     * @param history
     *            of the target that an object belongs to
     */
    public WriteRules(Function<ObjectRef, TargetHistory> history, HandOverRule handOver,
            LifeRule lives) {
        this.history = history;
        this.handOver = handOver;
        this.lives = lives;
    }

    /** The name of the target that an object with this name is made for. */
    public static TargetKey target(String cluster, ObjectRef object) {
        String name = object.name();
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        for (String suffix : new String[]{PRIMARY, "-canary"}) {
            stem = stem.endsWith(suffix)
                    ? stem.substring(0, stem.length() - suffix.length())
                    : stem;
        }
        return new TargetKey(cluster, object.namespace(), stem);
    }

    @Override
    public void written(ObjectRef object, Fields before, Fields now) {
        TargetHistory target = history.apply(object);
        Fence fence = fence(object, now);
        Violation.unless(target.has(fence), NAMED, () -> object + " shows " + fence);
        Violation.unless(grows(fence(object, before), fence), GROWS,
                () -> object + " went from " + fence(object, before) + " to " + fence);
        SecretRule.written(object, now);
        handOver.written(object, before, now);
        target.life(fence)
                .ifPresent(life -> lives.written(object, before, life, target.state().life()));
        if (object.kind() == Kind.VIRTUAL_SERVICE) {
            route(target, object, fence, now);
        } else if (object.kind() == Kind.DEPLOYMENT && object.name().endsWith(PRIMARY)) {
            String carried = Meta.annotation(now, Meta.REVISION);
            Violation.unless(target.mayCarry(carried), "what is promoted was analysed",
                    () -> object + " carries " + carried);
        }
    }

    /** Compared here once more, since the engine's own comparison may be wrong. */
    private static boolean grows(Fence from, Fence to) {
        return from.epoch() < to.epoch()
                || from.epoch() == to.epoch() && from.version() < to.version();
    }

    private static void route(TargetHistory target, ObjectRef object, Fence fence, Fields now) {
        int canary = share(now, object.name() + "-canary");
        int primary = share(now, object.name() + PRIMARY);
        Violation.unless(canary + primary == 100, "weights sum to 100",
                () -> object + " has " + primary + "/" + canary);
        Optional<Weight> ordered = target.ordered(fence);
        Violation.unless(ordered.isPresent() && ordered.get().percent() == canary,
                "no more weight than a fact allowed",
                () -> object + " gives the canary " + canary + ", but " + fence + " ordered "
                        + ordered);
    }

    /** The share that a route gives to the canary of an apex. */
    static int canaryShare(Fields route, String apex) {
        return share(route, apex + "-canary");
    }

    /** Of the last route that leads to both sides. */
    static int share(Fields whole, String host) {
        List<Fields> routes = whole.list("spec", "http");
        return routes.reversed()
                .stream()
                .map(route -> route.list("route"))
                .filter(sides -> sides.size() > 1)
                .findFirst()
                .orElse(List.of())
                .stream()
                .filter(it -> it.text("destination", "host").equals(host))
                .mapToInt(it -> it.number("weight").orElse(0))
                .sum();
    }

    private static Fence fence(ObjectRef object, Fields fields) {
        return object.kind() == Kind.CANARY
                ? Meta.fence(fields.text("status", "fairlead", "fence"))
                : Meta.fence(fields);
    }
}
