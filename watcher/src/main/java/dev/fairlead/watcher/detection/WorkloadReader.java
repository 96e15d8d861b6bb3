package dev.fairlead.watcher.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.canary.revision.TrackedConfigs;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.watcher.detection.WorkloadSight.Pods;

/** Reads Deployments: keeps a few hundred bytes of each, as there may be ten thousand. */
public final class WorkloadReader {

    private static final String EXCEEDED = "ProgressDeadlineExceeded";

    private WorkloadReader() {}

    /** The fingerprint is the dear part, so that of the same generation is taken over. */
    public static WorkloadSight again(ApiObject deployment, WorkloadSight before) {
        boolean same = before.seen().uid().equals(deployment.seen().uid())
                && before.seen().generation() == deployment.seen().generation();
        return same
                ? new WorkloadSight(deployment.seen(), before.wanted(), pods(deployment),
                        exceeded(deployment), before.template(), before.images(), before.configs(),
                        deployment.annotation(ApiObject.REVISION), before.selectors())
                : read(deployment);
    }

    public static WorkloadSight read(ApiObject deployment) {
        var template = JsonTree.mapAt(deployment.spec(), "template");
        var pod = JsonTree.mapAt(template, "spec");
        return new WorkloadSight(deployment.seen(),
                ApiObject.number(deployment.spec(), "replicas", 1), pods(deployment),
                exceeded(deployment), RevisionFingerprint.ofPodTemplate(template), images(pod),
                List.copyOf(TrackedConfigs.in(pod).values()),
                deployment.annotation(ApiObject.REVISION),
                selectors(deployment));
    }

    private static Map<String, String> selectors(ApiObject deployment) {
        Map<String, String> selectors = new HashMap<>();
        JsonTree.mapAt(deployment.spec(), "selector", "matchLabels")
                .forEach((label, value) -> selectors.put(label, JsonTree.text(value)));
        return selectors;
    }

    private static Pods pods(ApiObject deployment) {
        var status = deployment.status();
        return new Pods(ApiObject.number(status, "replicas", 0),
                ApiObject.number(status, "updatedReplicas", 0),
                ApiObject.number(status, "availableReplicas", 0));
    }

    private static boolean exceeded(ApiObject deployment) {
        return JsonTree.maps(deployment.status().get("conditions"))
                .stream()
                .anyMatch(condition -> "Progressing".equals(condition.get("type"))
                        && EXCEEDED.equals(condition.get("reason")));
    }

    private static List<String> images(Map<String, Object> pod) {
        return JsonTree.maps(pod.get("containers"))
                .stream()
                .map(container -> JsonTree.text(container.get("image")))
                .toList();
    }
}
