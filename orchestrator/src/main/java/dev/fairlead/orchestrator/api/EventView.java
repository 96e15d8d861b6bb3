package dev.fairlead.orchestrator.api;

import java.time.Instant;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/**
 * An event as it is shown.
 *
 * @param position
 *            in the whole log, dense from 1
 * @param stream
 *            what it is about: {@code target/…}, {@code cluster/…} or {@code engine}
 * @param version
 *            in its stream, dense from 1
 * @param text
 *            the fact in words
 * @param actor
 *            the person's name, or number when the name was erased; empty for machines
 * @param causation
 *            what was heard before it
 * @param fact
 *            as it is stored; definitions by their content hash
 * @param command
 *            what was decided, with the first fact of a decision; else null in JSON
 * @param hash
 *            hexadecimal
 */
public record EventView(long position, String stream, long version, String type, int schema,
        Instant time, String text, String rollout, String actor, String causation, JsonNode fact,
        JsonNode command, String hash) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EventView of(LoggedEvent logged, Map<String, String> actors) {
        var event = logged.event();
        JsonNode body = body(logged);
        JsonNode command = body.path("command");
        String actor = event.ids().actor();
        return new EventView(logged.position(), event.stream(), event.version(), event.type(),
                event.schema(), event.time(), FactSentence.of(event.type(), body.path("fact")),
                event.ids().rollout(), actors.getOrDefault(actor, actor), event.ids().causation(),
                body.path("fact"), command.isMissingNode() ? JSON.nullNode() : command,
                logged.hash().toString());
    }

    static JsonNode body(LoggedEvent logged) {
        return JSON.readTree(logged.event().body());
    }
}
