package dev.fairlead.sandbox.kubelet;

import java.util.List;
import java.util.Map;

/**
 * What a pod asks for, as its application needs it.
 *
 * @param address     the loopback address that is this pod's alone, such as {@code 127.31.0.4}
 * @param image       image of the first container, such as {@code fairlead/demo:1.2.0-errors}
 * @param environment environment of the first container, references resolved
 * @param ports       container ports of all containers, by their order in the pod
 */
public record PodRecord(String namespace, String name, String uid, String address, String image,
        Map<String, String> environment, Map<String, String> labels,
        Map<String, String> annotations,
        List<Integer> ports) {

    public PodRecord {
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        ports = List.copyOf(ports);
    }

    /** The image's tag, {@code latest} when it names none. */
    public String tag() {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(colon + 1) : "latest";
    }
}
