package dev.fairlead.watcher.detection;

import java.util.Map;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.definition.Definition;

/**
 * What must be known of a definition to look at a target's objects. Taken from the last valid
 * definition, which stays in force while the Canary is wrong.
 *
 * @param provider
 *            who shares requests out
 * @param workload
 *            the name of the target's Deployment; empty when there is none to look at
 * @param apex
 *            the name of the Service that users call
 * @param primaryThreshold
 *            percent of the primary's pods that make it ready
 * @param canaryThreshold
 *            percent of the canary's pods that make it ready
 */
public record Frame(Provider provider, String workload, String apex, int primaryThreshold,
        int canaryThreshold) {

    /** Nothing is known yet. */
    public static final Frame NONE = new Frame(Provider.KUBERNETES, "", "", 0, 0);

    private static final String DEPLOYMENT = "Deployment";

    private static final int ALL = 100;

    static Frame of(Definition definition) {
        return new Frame(Provider.named(definition.provider()).orElseThrow(),
                definition.workload().name(), definition.traffic().apex(),
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
        if (name.isEmpty() || !DEPLOYMENT.equals(target.get("kind"))) {
            return NONE;
        }
        String apex = JsonTree.text(JsonTree.mapAt(canary, "spec", "service").get("name"));
        Provider provider = Provider
                .named(JsonTree.text(JsonTree.mapAt(canary, "spec").get("provider")))
                .orElse(usual);
        return new Frame(provider, name, apex.isEmpty() ? name : apex, ALL, ALL);
    }

    boolean isNone() {
        return workload.isEmpty();
    }

    /** Whether the other looks at objects of the same names. */
    boolean namesAs(Frame other) {
        return provider == other.provider && workload.equals(other.workload)
                && apex.equals(other.apex);
    }

    String primary() {
        return workload + "-primary";
    }
}
