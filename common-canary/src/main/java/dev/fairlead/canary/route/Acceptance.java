package dev.fairlead.canary.route;

import java.util.Map;
import java.util.Optional;

import dev.fairlead.canary.tree.JsonTree;

/**
 * Whether the gateways that an HTTPRoute names have taken it as it now stands. One that says nothing
 * about the route, or about a parent it names otherwise, keeps nobody waiting.
 */
public final class Acceptance {

    private static final String ACCEPTED = "Accepted";

    private Acceptance() {}

    /**
     * What is missing, in Flagger's words; empty when nothing is.
     *
     * @param route
     *            a whole HTTPRoute, status included
     */
    public static Optional<String> missing(Map<String, Object> route) {
        long generation = number(JsonTree.mapAt(route, "metadata"), "generation");
        return refusal(route, generation)
                .map(refusal -> sentence(JsonTree.mapAt(route, "metadata"), refusal, generation));
    }

    /**
     * Whether nothing is missing.
     *
     * @param route
     *            spec and status of an HTTPRoute
     * @param generation
     *            its {@code metadata.generation}
     */
    public static boolean isWhole(Map<String, Object> route, long generation) {
        return refusal(route, generation).isEmpty();
    }

    private record Refusal(String parent, Map<String, Object> condition) {}

    private static Optional<Refusal> refusal(Map<String, Object> route, long generation) {
        var said = JsonTree.maps(JsonTree.mapAt(route, "status").get("parents"));
        return JsonTree.maps(JsonTree.mapAt(route, "spec").get("parentRefs"))
                .stream()
                .flatMap(parent -> said.stream()
                        .filter(word -> JsonTree.mapAt(word, "parentRef").equals(parent))
                        .flatMap(word -> JsonTree.maps(word.get("conditions")).stream())
                        .filter(condition -> ACCEPTED.equals(condition.get("type")))
                        .filter(condition -> !isAccepted(condition, generation))
                        .map(condition -> new Refusal(JsonTree.text(parent.get("name")),
                                condition)))
                .findFirst();
    }

    private static boolean isAccepted(Map<String, Object> condition, long generation) {
        return "True".equals(condition.get("status"))
                && number(condition, "observedGeneration") >= generation;
    }

    private static String sentence(Map<String, Object> metadata, Refusal refusal,
            long generation) {
        return ("HTTPRoute %s.%s parent %s is not ready (status: %s, observed generation: %d,"
                + " current generation: %d)").formatted(JsonTree.text(metadata.get("name")),
                        JsonTree.text(metadata.get("namespace")), refusal.parent(),
                        JsonTree.text(refusal.condition().get("status")),
                        number(refusal.condition(), "observedGeneration"), generation);
    }

    private static long number(Map<String, Object> tree, String field) {
        return tree.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
