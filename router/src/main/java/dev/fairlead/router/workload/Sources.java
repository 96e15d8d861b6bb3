package dev.fairlead.router.workload;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

/** Reads the target's autoscalers. */
final class Sources {

    private Sources() {}

    /**
     * @param resource
     *            the kind as the API server names it in its texts
     * @throws Obstacle
     *             MISSING when there is none; the text is that of Flagger's event
     */
    static Fields require(ClusterObjects objects, ObjectRef scaler, String resource,
            Attempt attempt) {
        return objects.read(scaler, attempt)
                .orElseThrow(() -> new Obstacle(Reason.MISSING, scaler.toString(),
                        "%s %s.%s get query error: %s \"%s\" not found".formatted(
                                scaler.kind().title(), scaler.name(), scaler.namespace(),
                                resource, scaler.name())));
    }
}
