package dev.fairlead.sandbox.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/** What a controller says of an HTTPRoute's parents, one word for each. Pure. */
final class RouteWords {

    private static final String CONTROLLER = "fairlead.dev/sandbox-gateway";
    private static final String SINCE = "lastTransitionTime";

    private RouteWords() {}

    /**
     * @param exists namespace and name of a Gateway: whether there is one
     * @param now    ISO, for what is said the first time
     */
    static List<Map<String, Object>> of(GenericKubernetesResource route,
            BiPredicate<String, String> exists, String now) {
        long generation = Objects.requireNonNullElse(route.getMetadata().getGeneration(), 0L);
        List<Map<String, Object>> words = new ArrayList<>();
        for (Map<String, Object> parent : maps(route.get("spec", "parentRefs"))) {
            String namespace = Objects.toString(parent.get("namespace"),
                    route.getMetadata().getNamespace());
            boolean taken = exists.test(namespace, String.valueOf(parent.get("name")));
            Map<String, Object> word = new LinkedHashMap<>();
            word.put("conditions", List.of(condition(taken, generation, now)));
            word.put("controllerName", CONTROLLER);
            word.put("parentRef", parent);
            words.add(word);
        }
        return words;
    }

    /** What stands there, with the times of the words, so that time alone makes no difference. */
    static List<Map<String, Object>> said(GenericKubernetesResource route,
            List<Map<String, Object>> words) {
        List<Map<String, Object>> said = new ArrayList<>();
        for (Map<String, Object> parent : maps(route.get("status", "parents"))) {
            Map<String, Object> word = new LinkedHashMap<>(parent);
            word.put("conditions", maps(parent.get("conditions")).stream().map(condition -> {
                Map<String, Object> timed = new LinkedHashMap<>(condition);
                words.stream()
                        .flatMap(one -> maps(one.get("conditions")).stream())
                        .findFirst()
                        .ifPresent(one -> timed.put(SINCE, Objects.requireNonNull(one.get(SINCE))));
                timed.computeIfPresent("observedGeneration",
                        (_, number) -> ((Number) number).longValue());
                return timed;
            }).toList());
            said.add(word);
        }
        return said;
    }

    private static Map<String, Object> condition(boolean taken, long generation, String now) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put(SINCE, now);
        condition.put("message", taken ? "Route was valid" : "No such Gateway");
        condition.put("observedGeneration", generation);
        condition.put("reason", taken ? "Accepted" : "NoMatchingParent");
        condition.put("status", taken ? "True" : "False");
        condition.put("type", "Accepted");
        return condition;
    }

    @SuppressWarnings("unchecked") // JSON has no other maps
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<String, Object>) item)
                        .toList()
                : List.of();
    }
}
