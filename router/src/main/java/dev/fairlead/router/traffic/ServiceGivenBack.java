package dev.fairlead.router.traffic;

import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.Fence;
import dev.fairlead.events.TargetKey;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;

/**
 * The apex Service as it was before it was taken over. One that was made for the Canary stays: it goes
 * with the Canary.
 *
 * @param own
 *            label and value of the target's own pods, for a Service of which nobody knows where it
 *            led; empty when that is not known either
 */
public record ServiceGivenBack(ObjectRef object, TargetKey target,
        Map<String, String> own) implements Draft {

    public ServiceGivenBack {
        own = Map.copyOf(own);
    }

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        if (Meta.isControlledBy(live, target)
                || !Adoption.isAdopted(live) && !Adoption.isTakenByFlagger(live)) {
            return live;
        }
        Fields before = Adoption.isAdopted(live) ? Adoption.spec(live) : Adoption.applied(live);
        Fields back = Adoption.released(live, Map.of("annotations", Meta.FLUX_GUARDS.keySet()));
        Fields selector = before.fields("selector");
        if (selector.isEmpty() && !own.isEmpty()) {
            selector = Fields.of(own);
        }
        if (!selector.isEmpty()) {
            back = back.with(selector, "spec", "selector");
        }
        return before.list("ports").isEmpty()
                ? back
                : back.with(before.list("ports"), "spec", "ports");
    }

    @Override
    public Fields fenced(Fields wanted, Fence fence) {
        return wanted;
    }
}
