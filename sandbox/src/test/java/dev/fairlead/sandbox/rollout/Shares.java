package dev.fairlead.sandbox.rollout;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** Reads the shares of the two sides from a VirtualService or an HTTPRoute. */
final class Shares {

    private Shares() {}

    /** The canary's; -1 where no route leads to both sides. */
    static int canary(GenericKubernetesResource route) {
        List<Integer> both = of(route);
        return both.isEmpty() ? -1 : both.getLast();
    }

    /** Of the last route that leads to both sides, the primary's first. */
    static List<Integer> of(GenericKubernetesResource route) {
        if (route.getKind().equals("HTTPRoute")) {
            return HttpRoutes.weights(route);
        }
        List<Map<String, Object>> http = route.get("spec", "http");
        return http.reversed()
                .stream()
                .map(one -> (List<?>) one.get("route"))
                .filter(sides -> sides.size() > 1)
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(it -> ((Number) ((Map<?, ?>) it).get("weight")).intValue())
                .toList();
    }
}
