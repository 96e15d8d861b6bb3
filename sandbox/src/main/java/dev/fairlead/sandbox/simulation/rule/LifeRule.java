package dev.fairlead.sandbox.simulation.rule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.fairlead.events.Life;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Objects;

/**
 * An order for one life of a Canary makes nothing after it, and writes nothing once the next is
 * known, but for the attempt under way.
 */
public final class LifeRule implements Objects.Viewer {

    private static final String LIFE = "an order is for the Canary that lives";
    /** The longest that an attempt may take, and what a clock may be off. */
    private static final Duration ATTEMPT = Duration.ofSeconds(6);

    private final Objects objects;
    private final LongSupplier nanos;
    private final Map<ObjectRef, Long> goneAt = new HashMap<>();

    /**
     * @param nanos
     *            the world's time
     */
    public LifeRule(Objects objects, LongSupplier nanos) {
        this.objects = objects;
        this.nanos = nanos;
        objects.tell(this);
    }

    @Override
    public void changed(ObjectRef ref, Optional<Objects.Stored> before,
            Optional<Objects.Stored> now) {
        if (ref.kind() == Kind.CANARY && now.isEmpty()) {
            goneAt.put(ref, nanos.getAsLong());
        }
    }

    /**
     * Before a write of ours by an event of a life.
     *
     * @param known
     *            the life that the log knows by now
     */
    void written(ObjectRef object, Fields before, Life life, Life known) {
        if (object.kind() == Kind.CANARY || object.kind() == Kind.EVENT) {
            return;
        }
        String name = WriteRules.target("here", object).name();
        ObjectRef canary = new ObjectRef(Kind.CANARY, object.namespace(), name);
        String lives = Meta.uid(objects.fields(canary));
        long since = nanos.getAsLong() - goneAt.getOrDefault(canary, 0L);
        boolean late = !lives.equals(life.uid()) && since > ATTEMPT.toNanos();
        Violation.unless(!late || !before.isEmpty() && !lives.equals(known.uid()), LIFE,
                () -> object + " is written for " + life + ", which is gone for " + since
                        + " ns; there is " + lives);
    }
}
