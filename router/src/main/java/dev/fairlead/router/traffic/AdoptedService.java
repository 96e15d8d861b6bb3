package dev.fairlead.router.traffic;

import java.util.Optional;

import dev.fairlead.events.TargetKey;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;

/** The apex Service; of one that a user made, its ports and selector are kept before they become ours. */
public record AdoptedService(Draft service, TargetKey target) implements Draft {

    @Override
    public ObjectRef object() {
        return service.object();
    }

    @Override
    public Optional<Fields> created() {
        return service.created();
    }

    @Override
    public Fields corrected(Fields live) {
        Fields changed = service.corrected(live);
        if (!Adoption.isDue(live, target)) {
            return changed;
        }
        Fields kept = Fields.EMPTY
                .withUnlessEmpty(live.fields("spec", "selector"), "selector")
                .withUnlessEmpty(live.list("spec", "ports"), "ports");
        return Adoption.noted(changed, live, kept);
    }
}
