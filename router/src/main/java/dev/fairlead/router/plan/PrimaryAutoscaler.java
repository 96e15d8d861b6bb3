package dev.fairlead.router.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.PrimaryScaler;

/**
 * The HorizontalPodAutoscaler of a primary. It is made with the primary and follows the target's
 * with each promotion; between, it is left to those who tune it.
 *
 * @param source
 *            the target's, as it was read in this attempt
 * @param workload
 *            the primary's name
 * @param wish
 *            how it differs from the target's
 * @param following
 *            whether one that is there becomes as the target's is now
 */
public record PrimaryAutoscaler(ObjectRef object, TargetKey target, Life life, Fields source,
        String workload, PrimaryScaler wish, boolean following) implements Draft {

    private static final List<String> COPIED = List.of("maxReplicas", "metrics", "behavior");

    @Override
    public Optional<Fields> created() {
        return Optional.of(object.head()
                .withUnlessEmpty(labels(), "metadata", "labels")
                .with(List.of(Meta.owner(target, life)), "metadata", "ownerReferences")
                .with(spec(Fields.EMPTY), "spec"));
    }

    @Override
    public Fields corrected(Fields live) {
        return following
                ? Meta.withAll(live, "labels", labels()).with(spec(live.fields("spec")), "spec")
                : live;
    }

    /** The API server adds defaults, and others may tune it. */
    @Override
    public boolean mayDrift() {
        return false;
    }

    private Fields spec(Fields live) {
        Fields spec = live.with(source.fields("spec", "scaleTargetRef").with(workload, "name"),
                "scaleTargetRef");
        for (String field : COPIED) {
            spec = spec.withUnlessEmpty(source.at("spec", field).orElse(""), field);
        }
        int least = wish.minReplicas() > 0
                ? wish.minReplicas()
                : source.number("spec", "minReplicas").orElse(1);
        spec = spec.with(least, "minReplicas");
        return wish.maxReplicas() > 0 ? spec.with(wish.maxReplicas(), "maxReplicas") : spec;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(source.textMap("metadata", "labels"));
        labels.keySet().removeIf(name -> !Meta.isCopied(name));
        return labels;
    }
}
