package dev.fairlead.router.plan;

import java.util.Optional;

/**
 * A workload with so many pods. Another number under the same fence is somebody's right and no
 * drift: autoscalers and people scale, too.
 *
 * @param replicas
 *            from 0
 */
public record Scale(ObjectRef object, int replicas) implements Draft {

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        return live.with(replicas, "spec", "replicas");
    }

    @Override
    public boolean mayDrift() {
        return false;
    }

    /**
     * The number of pods for a target that is tried: its own wish, else as many as the primary
     * has.
     */
    public static int up(Fields target, Optional<Fields> primary) {
        return target.number("spec", "replicas")
                .filter(wish -> wish > 0)
                .or(() -> primary.flatMap(live -> live.number("spec", "replicas"))
                        .filter(wish -> wish > 0))
                .orElse(1);
    }
}
