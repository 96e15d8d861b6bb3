package dev.fairlead.router.traffic;

import java.util.Optional;

import dev.fairlead.events.Fence;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;

/**
 * A routing object as it was before it was taken over. One that was made for the Canary stays: it goes
 * with the Canary. So does one of which nobody knows what it was.
 */
public record GivenBack(RouteWish wish, ObjectRef object) implements Draft {

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        if (Meta.isControlledBy(live, wish.target())
                || !Adoption.isAdopted(live) && !Adoption.isTakenByFlagger(live)) {
            return live;
        }
        Fields spec = spec(live);
        return spec.isEmpty()
                ? live
                : Adoption.released(live, ApexMarks.names(wish)).with(spec, "spec");
    }

    /** What kubectl has wins over Flagger's note, which Flagger overwrote with a spec of its own. */
    private static Fields spec(Fields live) {
        Fields kept = Adoption.spec(live);
        Fields applied = Adoption.applied(live);
        if (!kept.isEmpty()) {
            return kept;
        }
        return applied.isEmpty() ? Adoption.original(live) : applied;
    }

    /** It was ours under the order before; afterwards it shows no fence at all. */
    @Override
    public Fields fenced(Fields wanted, Fence fence) {
        return wanted;
    }
}
