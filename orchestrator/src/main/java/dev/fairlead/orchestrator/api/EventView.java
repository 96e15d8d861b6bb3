package dev.fairlead.orchestrator.api;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/**
 * An event as it is shown.
 *
 * @param fact
 *            as it is stored; definitions by their content hash
 * @param command
 *            what was decided, with the first fact of a decision; else null in JSON
 * @param hash
 *            hexadecimal
 */
public record EventView(long position, long version, String type, int schema, Instant time,
        String rollout, String actor, String causation, JsonNode fact, JsonNode command,
        String hash) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EventView of(LoggedEvent logged) {
        var event = logged.event();
        JsonNode body = JSON.readTree(event.body());
        JsonNode command = body.path("command");
        return new EventView(logged.position(), event.version(), event.type(), event.schema(),
                event.time(), event.ids().rollout(), event.ids().actor(),
                event.ids().causation(), body.path("fact"),
                command.isMissingNode() ? JSON.nullNode() : command, logged.hash().toString());
    }
}
