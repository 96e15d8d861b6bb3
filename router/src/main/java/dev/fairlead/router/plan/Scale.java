package dev.fairlead.router.plan;

import java.util.Optional;

/**
 * A workload with the pods it is to have. Another number under the same fence is somebody's right
 * and no drift: autoscalers and people scale, too.
 *
 * @param up
 *            whether it is to run; a workload that runs keeps its number
 * @param idle
 *            the pods that one without any gets, from 1
 */
public record Scale(ObjectRef object, boolean up, int idle) implements Draft {

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        int asked = up ? live.number("spec", "replicas").filter(now -> now > 0).orElse(idle) : 0;
        return live.with(asked, "spec", "replicas");
    }

    @Override
    public boolean mayDrift() {
        return false;
    }
}
