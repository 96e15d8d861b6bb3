package dev.fairlead.router.plan;

import java.util.Optional;

/**
 * A DaemonSet that runs, or one that no node is chosen for.
 *
 * @param up
 *            whether it is to run
 */
public record NodeScale(ObjectRef object, boolean up) implements Draft {

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        Fields template = live.fields("spec", "template");
        return live.with(up ? PodForm.awake(template) : PodForm.asleep(template), "spec",
                "template");
    }

    @Override
    public boolean mayDrift() {
        return false;
    }
}
