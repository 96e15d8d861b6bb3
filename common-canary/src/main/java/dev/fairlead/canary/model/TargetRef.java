package dev.fairlead.canary.model;

/** The object that is released, in the namespace of the Canary. */
public record TargetRef(String apiVersion, TargetKind kind, String name) {

    /** The one API version that makes a Service a Knative Service. */
    public static final String KNATIVE_API_VERSION = "serving.knative.dev/v1";

    /** The name of the workload that serves the promoted revision. */
    public String primaryName() {
        return name + "-primary";
    }
}
