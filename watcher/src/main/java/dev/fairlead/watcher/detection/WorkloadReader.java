package dev.fairlead.watcher.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.canary.revision.TrackedConfigs;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.watcher.detection.WorkloadSight.Pods;

/** Reads workloads: keeps a few hundred bytes of each, as there may be ten thousand. */
public final class WorkloadReader {

    private static final String EXCEEDED = "ProgressDeadlineExceeded";

    private static final String SCALED_TO_ZERO = "flagger.app/scale-to-zero";

    private static final Pods NO_PODS = new Pods(0, 0, 0);

    private WorkloadReader() {}

    /** The fingerprint is the dear part, so that of the same generation is taken over. */
    public static WorkloadSight again(ApiObject workload, WorkloadSight before) {
        boolean same = before.seen().uid().equals(workload.seen().uid())
                && before.seen().generation() == workload.seen().generation();
        if (!same) {
            return read(workload);
        }
        boolean nodes = isDaemonSet(workload);
        int wanted = nodes ? desired(workload) : before.wanted();
        return new WorkloadSight(workload.seen(), wanted, before.idle(),
                nodes ? podsByNode(workload) : pods(workload), exceeded(workload),
                before.template(), before.images(), before.configs(),
                workload.annotation(ApiObject.REVISION), before.selectors());
    }

    /** Of a Deployment, a DaemonSet or a Service. */
    public static WorkloadSight read(ApiObject workload) {
        return switch (WorkloadKind.of(workload.seen().kind()).orElseThrow()) {
            case DEPLOYMENT -> deployment(workload);
            case DAEMON_SET -> daemonSet(workload);
            case SERVICE -> new WorkloadSight(workload.seen(), 0, false, NO_PODS, false,
                    RevisionFingerprint.ofServiceSpec(workload.spec()), List.of(), List.of(),
                    workload.annotation(ApiObject.REVISION),
                    texts(JsonTree.mapAt(workload.spec(), "selector")));
        };
    }

    private static WorkloadSight deployment(ApiObject deployment) {
        var template = JsonTree.mapAt(deployment.spec(), "template");
        int wanted = ApiObject.number(deployment.spec(), "replicas", 1);
        return sight(deployment, wanted, wanted == 0, pods(deployment),
                RevisionFingerprint.ofPodTemplate(template));
    }

    private static WorkloadSight daemonSet(ApiObject daemonSet) {
        var template = JsonTree.mapAt(daemonSet.spec(), "template");
        boolean idle = JsonTree.mapAt(template, "spec", "nodeSelector").containsKey(SCALED_TO_ZERO);
        return sight(daemonSet, desired(daemonSet), idle, podsByNode(daemonSet),
                RevisionFingerprint.ofDaemonSetTemplate(template));
    }

    private static WorkloadSight sight(ApiObject workload, int wanted, boolean idle, Pods pods,
            Fingerprint template) {
        var pod = JsonTree.mapAt(workload.spec(), "template", "spec");
        return new WorkloadSight(workload.seen(), wanted, idle, pods, exceeded(workload), template,
                images(pod), List.copyOf(TrackedConfigs.in(pod).values()),
                workload.annotation(ApiObject.REVISION),
                texts(JsonTree.mapAt(workload.spec(), "selector", "matchLabels")));
    }

    private static Map<String, String> texts(Map<String, Object> labels) {
        Map<String, String> texts = new HashMap<>();
        labels.forEach((label, value) -> texts.put(label, JsonTree.text(value)));
        return texts;
    }

    private static boolean isDaemonSet(ApiObject workload) {
        return workload.seen().kind().equals(WorkloadKind.DAEMON_SET.text());
    }

    private static Pods pods(ApiObject deployment) {
        var status = deployment.status();
        return new Pods(ApiObject.number(status, "replicas", 0),
                ApiObject.number(status, "updatedReplicas", 0),
                ApiObject.number(status, "availableReplicas", 0));
    }

    private static int desired(ApiObject daemonSet) {
        return ApiObject.number(daemonSet.status(), "desiredNumberScheduled", 0);
    }

    private static Pods podsByNode(ApiObject daemonSet) {
        var status = daemonSet.status();
        return new Pods(ApiObject.number(status, "currentNumberScheduled", 0),
                ApiObject.number(status, "updatedNumberScheduled", 0),
                ApiObject.number(status, "numberAvailable", 0));
    }

    private static boolean exceeded(ApiObject workload) {
        return JsonTree.maps(workload.status().get("conditions"))
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
