package dev.fairlead.canary.model;

import java.util.Map;

/**
 * The autoscaler of the target.
 *
 * @param primaryQueries by trigger, for a ScaledObject of the primary
 * @param primaryMinReplicas 0 means as the target's
 * @param primaryMaxReplicas 0 means as the target's
 */
public record Autoscaler(ObjectRef ref, Map<String, String> primaryQueries, int primaryMinReplicas,
        int primaryMaxReplicas) {

    /** No autoscaler. */
    public static final Autoscaler NONE = new Autoscaler(ObjectRef.NONE, Map.of(), 0, 0);

    /** Whether there is one. */
    public boolean given() {
        return ref.given();
    }

    /** Whether it is a ScaledObject of KEDA; else it is a HorizontalPodAutoscaler. */
    public boolean isScaledObject() {
        return ref.kind().equals("ScaledObject");
    }
}
