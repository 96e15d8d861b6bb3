package dev.fairlead.router.traffic.gatewayapi;

import java.util.Optional;

import dev.fairlead.router.plan.Fields;

/**
 * Whether the gateways that a route names have taken it as it now stands. One that says nothing about
 * the route, or about a parent it names otherwise, keeps nobody waiting.
 */
final class Acceptance {

    private static final String ACCEPTED = "Accepted";

    private Acceptance() {}

    /** What is missing, in Flagger's words; empty when nothing is. */
    static Optional<String> missing(Fields route) {
        int generation = route.number("metadata", "generation").orElse(0);
        return route.list("spec", "parentRefs")
                .stream()
                .flatMap(parent -> route.list("status", "parents")
                        .stream()
                        .filter(said -> said.fields("parentRef").equals(parent))
                        .flatMap(said -> said.list("conditions").stream())
                        .filter(condition -> condition.text("type").equals(ACCEPTED))
                        .filter(condition -> !isAccepted(condition, generation))
                        .map(condition -> sentence(route, parent, condition, generation)))
                .findFirst();
    }

    private static boolean isAccepted(Fields condition, int generation) {
        return condition.text("status").equals("True")
                && condition.number("observedGeneration").orElse(0) >= generation;
    }

    private static String sentence(Fields route, Fields parent, Fields condition,
            int generation) {
        return ("HTTPRoute %s.%s parent %s is not ready (status: %s, observed generation: %d,"
                + " current generation: %d)").formatted(route.text("metadata", "name"),
                        route.text("metadata", "namespace"), parent.text("name"),
                        condition.text("status"),
                        condition.number("observedGeneration").orElse(0), generation);
    }
}
