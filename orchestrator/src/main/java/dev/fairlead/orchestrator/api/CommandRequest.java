package dev.fairlead.orchestrator.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.inbox.CommandName;

/**
 * The body of a command, checked.
 *
 * @param reason
 *            1 to 500 characters
 * @param actor
 *            for whom a machine speaks, up to 100 characters; empty for nobody else
 * @param gate
 *            a gate's name; empty for the one that is waited for
 * @param expectStep
 *            empty when it does not matter
 * @param expectRollout
 *            empty when it does not matter
 */
public record CommandRequest(String reason, String actor, String gate, String expectStep,
        String expectRollout) {

    /** The longest body, in bytes. */
    static final int LONGEST_BODY = 16 << 10;
    static final int LONGEST_REASON = 500;
    static final int LONGEST_ACTOR = 100;
    /** Of the expected step and rollout. */
    static final int LONGEST_NAME = 300;
    private static final Set<String> FIELDS = new TreeSet<>(
            List.of("reason", "actor", "gate", "expectStep", "expectRollout"));
    private static final List<String> GATES = List.of("confirm-rollout",
            "confirm-traffic-increase", "confirm-promotion", "rollback");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads a body.
     *
     * @throws WrongField
     *             when a part of it cannot be used
     */
    public static CommandRequest of(CommandName command, byte[] body) {
        if (body.length > LONGEST_BODY) {
            throw new WrongField("body", "Expected a body of at most " + LONGEST_BODY + " bytes");
        }
        JsonNode json = tree(body);
        for (String field : json.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new WrongField(field,
                        "Expected only the fields " + FIELDS + ", but got \"" + field + "\"");
            }
        }
        String reason = text(json, "reason", LONGEST_REASON);
        if (reason.isEmpty()) {
            throw new WrongField("reason", "Expected reason as 1 to " + LONGEST_REASON
                    + " characters, but got nothing");
        }
        return new CommandRequest(reason, text(json, "actor", LONGEST_ACTOR), gate(command, json),
                text(json, "expectStep", LONGEST_NAME), text(json, "expectRollout", LONGEST_NAME));
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
            throw new WrongField("body", "Expected the body as a JSON object, but got "
                    + json.getNodeType());
        } catch (JacksonException e) {
            throw new WrongField("body",
                    "Expected the body as a JSON object, but " + e.getOriginalMessage());
        }
    }

    private static String gate(CommandName command, JsonNode json) {
        String gate = text(json, "gate", LONGEST_NAME);
        if (!gate.isEmpty() && !command.hasGate()) {
            throw new WrongField("gate",
                    "Expected gate for approve and reject only, but got it for "
                            + command.wireName());
        }
        if (!gate.isEmpty() && !GATES.contains(gate)) {
            throw new WrongField("gate",
                    "Expected gate as one of " + GATES + ", but got \"" + gate + "\"");
        }
        return gate;
    }

    private static String text(JsonNode json, String field, int longest) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new WrongField(field,
                    "Expected " + field + " as text, but got " + value.getNodeType());
        }
        String text = value.asString().strip();
        boolean controls = text.chars().anyMatch(Character::isISOControl);
        if (text.length() > longest || controls) {
            throw new WrongField(field, "Expected " + field + " as text of at most " + longest
                    + " characters in one line, but got "
                    + (controls ? "control characters" : text.length() + " characters"));
        }
        return text;
    }

    /** The names of all commands, for people. */
    static List<String> commands() {
        return Arrays.stream(CommandName.values()).map(CommandName::wireName).toList();
    }
}
