package dev.fairlead.router.plan;

import java.util.List;
import java.util.Optional;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/**
 * An object that was lost, as it was. One that is there again is left alone.
 *
 * @param object
 *            the object
 * @param lost
 *            as {@link #kept} left it
 */
public record Remake(ObjectRef object, TargetKey target, Life life,
        Fields lost) implements Draft {

    private static final String ROLLOUT_NUMBER = "deployment.kubernetes.io/revision";

    /** What of an object is worth keeping: nothing that the cluster adds, and no fence. */
    public static Fields kept(Fields live) {
        Fields kept = Fields.EMPTY;
        for (String field : List.of("spec", "data", "type")) {
            kept = kept.withUnlessEmpty(live.at(field).orElse(""), field);
        }
        Fields annotations = live.fields("metadata", "annotations")
                .without(Meta.FENCE)
                .without(ROLLOUT_NUMBER);
        return kept.withUnlessEmpty(live.fields("metadata", "labels"), "metadata", "labels")
                .withUnlessEmpty(annotations, "metadata", "annotations");
    }

    @Override
    public Optional<Fields> created() {
        Fields made = object.head();
        for (var field : lost.map().entrySet()) {
            if (!field.getKey().equals("metadata")) {
                made = made.with(field.getValue(), field.getKey());
            }
        }
        return Optional.of(made
                .withUnlessEmpty(lost.fields("metadata", "labels"), "metadata", "labels")
                .withUnlessEmpty(lost.fields("metadata", "annotations"), "metadata",
                        "annotations")
                .with(List.of(Meta.owner(target, life)), "metadata", "ownerReferences"));
    }

    @Override
    public Fields corrected(Fields live) {
        return live;
    }
}
