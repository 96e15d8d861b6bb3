package dev.fairlead.router.workload;

import java.util.List;

import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Obstacle;

/** The kinds of workloads that are known. */
public final class Workloads {

    private final List<Workload> workloads;

    public Workloads(List<Workload> workloads) {
        this.workloads = List.copyOf(workloads);
    }

    /**
     * Who knows the kind of a target's workload.
     *
     * @param scaler
     *            the autoscaler that goes with it, {@link WorkloadRef#NONE} for none
     * @throws Obstacle
     *             INVALID when nobody knows the kind of either
     */
    public Workload of(WorkloadRef workload, WorkloadRef scaler) {
        if (!scaler.equals(WorkloadRef.NONE)) {
            throw new Obstacle(Reason.INVALID, scaler.kind() + "/" + scaler.name(),
                    "Expected no spec.autoscalerRef, but got kind \"" + scaler.kind()
                            + "\", which this router does not know");
        }
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
