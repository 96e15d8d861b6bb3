package dev.fairlead.sandbox.mesh;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;

import dev.fairlead.sandbox.mesh.routing.PodSpot;
import dev.fairlead.sandbox.mesh.routing.ServiceName;
import dev.fairlead.sandbox.mesh.routing.ServiceSpec;

/** Reads pods and Services as the mesh sees them. */
final class PodSpots {

    private PodSpots() {}

    static PodSpot of(Pod pod) {
        var metadata = pod.getMetadata();
        Map<String, String> labels = orNone(metadata.getLabels());
        String address = pod.getStatus() == null || pod.getStatus().getPodIP() == null
                ? ""
                : pod.getStatus().getPodIP();
        return new PodSpot(metadata.getNamespace(), metadata.getName(), workload(pod, labels),
                labels, address, ready(pod) && !address.isEmpty(), ports(pod));
    }

    static ServiceSpec of(Service service) {
        var name = new ServiceName(service.getMetadata().getNamespace(),
                service.getMetadata().getName());
        return new ServiceSpec(name, orNone(service.getSpec().getSelector()),
                service.getSpec().getPorts().stream().map(PodSpots::port).toList());
    }

    /** As Istio names it: the Deployment behind the ReplicaSet, else the owner, else the pod. */
    private static String workload(Pod pod, Map<String, String> labels) {
        Optional<OwnerReference> owner = pod.getMetadata()
                .getOwnerReferences()
                .stream()
                .filter(one -> Boolean.TRUE.equals(one.getController()))
                .findFirst();
        String hash = "-" + labels.getOrDefault("pod-template-hash", "");
        return owner.map(OwnerReference::getName)
                .map(name -> hash.length() > 1 && name.endsWith(hash)
                        ? name.substring(0, name.length() - hash.length())
                        : name)
                .orElse(pod.getMetadata().getName());
    }

    private static boolean ready(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null && pod.getStatus() != null
                && pod.getStatus()
                        .getConditions()
                        .stream()
                        .anyMatch(one -> one.getType().equals("Ready")
                                && one.getStatus().equals("True"));
    }

    private static Map<String, Integer> ports(Pod pod) {
        Map<String, Integer> ports = new HashMap<>();
        pod.getSpec()
                .getContainers()
                .stream()
                .flatMap(one -> one.getPorts().stream())
                .filter(port -> port.getName() != null)
                .forEach(
                        (ContainerPort port) -> ports.put(port.getName(), port.getContainerPort()));
        return ports;
    }

    private static ServiceSpec.Port port(ServicePort port) {
        IntOrString target = Objects.requireNonNullElse(port.getTargetPort(),
                new IntOrString(port.getPort()));
        return target.getStrVal() != null
                ? new ServiceSpec.Port(port.getPort(), target.getStrVal(), 0)
                : new ServiceSpec.Port(port.getPort(), "", target.getIntVal());
    }

    private static Map<String, String> orNone(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

}
