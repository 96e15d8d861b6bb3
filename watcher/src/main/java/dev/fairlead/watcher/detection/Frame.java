package dev.fairlead.watcher.detection;

import java.util.Map;
import java.util.Optional;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.WorkloadRef;

/**
 * What must be known of a definition to look at a target's objects. Taken from the last valid
 * definition, which stays in force while the Canary is wrong.
 *
 * @param provider
 *            who shares requests out
 * @param workload
 *            the target's workload; {@link WorkloadRef#NONE} when there is none to look at
 * @param scaler
 *            its autoscaler; {@link WorkloadRef#NONE} when there is none
 * @param apex
 *            the name of the Service that users call
 * @param primaryThreshold
 *            percent of the primary's pods that make it ready
 * @param canaryThreshold
 *            percent of the canary's pods that make it ready
 */
public record Frame(Provider provider, WorkloadRef workload, WorkloadRef scaler, String apex,
        int primaryThreshold, int canaryThreshold) {

    /** Nothing is known yet. */
    public static final Frame NONE = new Frame(Provider.KUBERNETES, WorkloadRef.NONE,
            WorkloadRef.NONE, "", 0, 0);

    private static final int ALL = 100;

    static Frame of(Definition definition) {
        return new Frame(Provider.named(definition.provider()).orElseThrow(),
                definition.workload(), definition.scaler(), definition.traffic().apex(),
                definition.analysis().primaryReadyThreshold(),
                definition.analysis().canaryReadyThreshold());
    }

    /**
     * The best that can be made of a Canary that was never valid.
     *
     * @param usual
     *            the provider of Canaries that name none
     */
    static Frame guessed(Map<String, Object> canary, Provider usual) {
        var target = JsonTree.mapAt(canary, "spec", "targetRef");
        String name = JsonTree.text(target.get("name"));
        String kind = JsonTree.text(target.get("kind"));
        if (name.isEmpty() || WorkloadKind.of(kind).isEmpty()) {
            return NONE;
        }
        String apex = JsonTree.text(JsonTree.mapAt(canary, "spec", "service").get("name"));
        Provider provider = Provider
                .named(JsonTree.text(JsonTree.mapAt(canary, "spec").get("provider")))
                .orElse(usual);
        var workload = new WorkloadRef(JsonTree.text(target.get("apiVersion")), kind, name);
        return new Frame(provider, workload, WorkloadRef.NONE, apex.isEmpty() ? name : apex, ALL,
                ALL);
    }

    boolean isNone() {
        return kind().isEmpty();
    }

    Optional<WorkloadKind> kind() {
        return WorkloadKind.of(workload.kind());
    }

    /** Whether the other looks at objects of the same names. */
    boolean namesAs(Frame other) {
        return provider == other.provider && workload.equals(other.workload)
                && scaler.equals(other.scaler) && apex.equals(other.apex);
    }

    String target() {
        return workload.name();
    }

    String primary() {
        return workload.primaryName();
    }

    /** Of a Service that is the target: its copy that leads to what is tried. */
    String copy() {
        return target() + "-canary";
    }
}
