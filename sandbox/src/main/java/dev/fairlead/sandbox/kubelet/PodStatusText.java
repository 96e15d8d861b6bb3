package dev.fairlead.sandbox.kubelet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;

/** The merge patches that say how a pod is, as a kubelet words them. */
final class PodStatusText {

    private final Pod pod;
    private final String started = now();

    PodStatusText(Pod pod) {
        this.pod = pod;
    }

    String running(String address, boolean ready) {
        List<ContainerStatus> containers = pod.getSpec()
                .getContainers()
                .stream()
                .map(each -> container(each, ready).editOrNewState()
                        .withNewRunning()
                        .withStartedAt(started)
                        .endRunning()
                        .endState()
                        .build())
                .toList();
        return patch("Running", address, ready, containers);
    }

    /** A container that does not run, with the reason a kubelet would give, such as CrashLoopBackOff. */
    String waiting(String address, String reason, String message) {
        List<ContainerStatus> containers = pod.getSpec()
                .getContainers()
                .stream()
                .map(each -> container(each, false).editOrNewState()
                        .withNewWaiting(message, reason)
                        .endState()
                        .build())
                .toList();
        return patch("Pending", address, false, containers);
    }

    private ContainerStatusBuilder container(Container container, boolean ready) {
        return new ContainerStatusBuilder().withName(container.getName())
                .withImage(container.getImage())
                .withImageID(container.getImage())
                .withReady(ready)
                .withStarted(ready)
                .withRestartCount(0);
    }

    private String patch(String phase, String address, boolean ready,
            List<ContainerStatus> containers) {
        PodStatus status = new PodStatusBuilder().withPhase(phase)
                .withHostIP("127.0.0.1")
                .withPodIP(address)
                .addNewPodIP(address)
                .withStartTime(started)
                .withConditions(condition("PodScheduled", true), condition("Initialized", true),
                        condition("ContainersReady", ready), condition("Ready", ready))
                .withContainerStatuses(containers)
                .build();
        // The uid makes the API server refuse the patch for another pod of the same name.
        return Serialization.asJson(
                Map.of("metadata", Map.of("uid", pod.getMetadata().getUid()), "status", status));
    }

    private static PodCondition condition(String type, boolean holds) {
        return new PodConditionBuilder().withType(type)
                .withStatus(holds ? "True" : "False")
                .withLastTransitionTime(now())
                .build();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
