package dev.fairlead.router.workload;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.PrimaryAutoscaler;

/** HorizontalPodAutoscalers. One whose workload has no pods rests by itself. */
final class PodAutoscalers implements Scaler {

    private final ClusterObjects objects;

    PodAutoscalers(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String kind() {
        return Kind.POD_AUTOSCALER.title();
    }

    @Override
    public void prepare(OrderHead head, Definition definition, Attempt attempt) {
        write(head, definition, false, attempt);
    }

    @Override
    public void promote(OrderHead head, Definition definition, Attempt attempt) {
        write(head, definition, true, attempt);
    }

    @Override
    public void let(OrderHead head, WorkloadRef scaler, boolean scale, Attempt attempt) {
        // nothing keeps it from scaling but its workload's lack of pods
    }

    @Override
    public int least(OrderHead head, WorkloadRef scaler, Attempt attempt) {
        return source(head, scaler, attempt).number("spec", "minReplicas")
                .filter(wish -> wish > 1)
                .orElse(1);
    }

    private void write(OrderHead head, Definition definition, boolean following,
            Attempt attempt) {
        WorkloadRef scaler = definition.scaler();
        ObjectRef place = new ObjectRef(Kind.POD_AUTOSCALER, head.target().namespace(),
                scaler.primaryName());
        objects.write(new PrimaryAutoscaler(place, head.target(), head.life(),
                source(head, scaler, attempt), definition.workload().primaryName(),
                definition.primaryScaler(), following), head.fence(), attempt);
    }

    private Fields source(OrderHead head, WorkloadRef scaler, Attempt attempt) {
        ObjectRef place = new ObjectRef(Kind.POD_AUTOSCALER, head.target().namespace(),
                scaler.name());
        return Sources.require(objects, place, "horizontalpodautoscalers.autoscaling", attempt);
    }
}
