package dev.fairlead.canary.revision;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.fairlead.canary.tree.JsonTree;

/** Finding one's way in the spec of a pod. */
final class PodSpecs {

    private PodSpecs() {}

    /** All containers: the app's first, then those that run before, then those for debugging. */
    static List<Map<String, Object>> containers(Map<String, Object> podSpec) {
        return Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(kind -> JsonTree.maps(podSpec.get(kind)).stream())
                .toList();
    }

    /** The containers whose references to configs count: those for debugging are not part of a template. */
    static List<Map<String, Object>> tracked(Map<String, Object> podSpec) {
        return Stream.of("containers", "initContainers")
                .flatMap(kind -> JsonTree.maps(podSpec.get(kind)).stream())
                .toList();
    }
}
