package dev.fairlead.events.definition;

/**
 * Refers to a workload or scaler in the target's namespace.
 *
 * @param apiVersion
 *            such as {@code apps/v1}
 * @param kind
 *            such as {@code Deployment}
 * @param name
 *            the object's name
 */
public record WorkloadRef(String apiVersion, String kind, String name) {

    /** Nothing is referred to. */
    public static final WorkloadRef NONE = new WorkloadRef("", "", "");

    /** The name of the workload that users have. */
    public String primaryName() {
        return name + "-primary";
    }
}
