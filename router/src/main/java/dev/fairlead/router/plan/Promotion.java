package dev.fairlead.router.plan;

import java.util.Map;
import java.util.Optional;

/**
 * The primary with the target's template. Its pods are made anew only when the template
 * or a config is another than they have.
 *
 * @param plan
 *            what it is made from
 * @param withReplicas
 *            whether the target's replicas count; not when an autoscaler sets them
 */
public record Promotion(PrimaryPlan plan, boolean withReplicas) implements Draft {

    @Override
    public ObjectRef object() {
        return plan.primary();
    }

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        Fields spec = plan.withCopied(live.fields("spec"));
        if (!isCarried(live)) {
            spec = spec.with(plan.newTemplate(), "template");
        }
        int replicas = plan.source().number("spec", "replicas").orElse(0);
        if (withReplicas && replicas > 0) {
            spec = spec.with(replicas, "replicas");
        }
        Fields labelled = Meta.withAll(live.with(spec, "spec"), "labels", plan.labels());
        return Carried.on(labelled, plan.revision());
    }

    private boolean isCarried(Fields live) {
        Map<String, String> configs = Carried.by(live).configs();
        return configs.equals(plan.revision().configs())
                && plan.template().isOf(live.fields("spec", "template"), plan.sourceTemplate());
    }
}
