package dev.fairlead.router.workload;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.PrimaryScaledObject;
import dev.fairlead.router.plan.ScalerPause;

/** KEDA's ScaledObjects, which would start pods of a workload at zero unless they are paused. */
final class ScaledObjects implements Scaler {

    private final ClusterObjects objects;

    ScaledObjects(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String kind() {
        return Kind.SCALED_OBJECT.title();
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
        source(head, scaler, attempt);
        objects.write(new ScalerPause(place(head, scaler.name()), !scale), head.fence(), attempt);
    }

    @Override
    public int least(OrderHead head, WorkloadRef scaler, Attempt attempt) {
        return source(head, scaler, attempt).number("spec", "minReplicaCount")
                .filter(wish -> wish > 1)
                .orElse(1);
    }

    private void write(OrderHead head, Definition definition, boolean following,
            Attempt attempt) {
        WorkloadRef scaler = definition.scaler();
        objects.write(new PrimaryScaledObject(place(head, scaler.primaryName()), head.target(),
                head.life(), source(head, scaler, attempt), definition.workload().name(),
                definition.primaryScaler(), following), head.fence(), attempt);
    }

    private Fields source(OrderHead head, WorkloadRef scaler, Attempt attempt) {
        return Sources.require(objects, place(head, scaler.name()), "scaledobjects.keda.sh",
                attempt);
    }

    private static ObjectRef place(OrderHead head, String name) {
        return new ObjectRef(Kind.SCALED_OBJECT, head.target().namespace(), name);
    }
}
