package dev.fairlead.router.workload;

import java.util.List;
import java.util.Optional;

import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.PodForm;

/** The kinds of workloads that are known. */
public final class Workloads {

    private final List<Workload> workloads;

    private final List<Scaler> scalers;

    private Workloads(List<Workload> workloads, List<Scaler> scalers) {
        this.workloads = List.copyOf(workloads);
        this.scalers = List.copyOf(scalers);
    }

    /** All that this router knows, in one cluster. */
    public static Workloads in(ClusterObjects objects, RevisionReader revisions,
            WorkloadSettings settings) {
        return new Workloads(
                List.of(new PodWorkload(PodForm.DEPLOYMENT, objects, revisions, settings),
                        new PodWorkload(PodForm.DAEMON_SET, objects, revisions, settings),
                        new ServiceWorkload(objects, settings)),
                List.of(new PodAutoscalers(objects), new ScaledObjects(objects)));
    }

    /**
     * Who knows the kind of a target's workload.
     *
     * @param scaler
     *            the autoscaler that goes with it, {@link WorkloadRef#NONE} for none
     * @throws Obstacle
     *             INVALID when nobody knows the kind of either
     */
    public ScaledWorkload of(WorkloadRef workload, WorkloadRef scaler) {
        return new ScaledWorkload(of(workload), scaler.equals(WorkloadRef.NONE)
                ? Optional.empty()
                : Optional.of(scaler(scaler)));
    }

    private Scaler scaler(WorkloadRef scaler) {
        return scalers.stream()
                .filter(one -> one.kind().equals(scaler.kind()))
                .findFirst()
                .orElseThrow(() -> new Obstacle(Reason.INVALID,
                        scaler.kind() + "/" + scaler.name(),
                        "Expected spec.autoscalerRef.kind to be one of "
                                + scalers.stream().map(Scaler::kind).toList() + ", but got \""
                                + scaler.kind() + "\""));
    }

    private Workload of(WorkloadRef workload) {
        return workloads.stream()
                .filter(one -> one.kinds().contains(workload.kind()))
                .findFirst()
                .orElseThrow(() -> new Obstacle(Reason.INVALID,
                        workload.kind() + "/" + workload.name(),
                        "Expected spec.targetRef.kind to be one of " + workloads.stream()
                                .flatMap(one -> one.kinds().stream())
                                .sorted()
                                .toList()
                                + ", but got \"" + workload.kind() + "\""));
    }
}
