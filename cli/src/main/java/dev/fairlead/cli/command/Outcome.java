package dev.fairlead.cli.command;

import java.util.Locale;

import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.engine.Trouble;

/** How a target stands, as an exit code. */
final class Outcome {

    private Outcome() {}

    /** 0 promoted, 2 rolled back, 3 still waiting. */
    static int of(JsonNode target) {
        if (!target.path("rollout").asString("").isEmpty()) {
            return Trouble.WAITING;
        }
        return switch (target.path("phase").asString("").toLowerCase(Locale.ROOT)) {
            case "succeeded", "initialized" -> 0;
            case "failed" -> Trouble.ROLLED_BACK;
            default -> Trouble.WAITING; // phases are text by contract
        };
    }
}
