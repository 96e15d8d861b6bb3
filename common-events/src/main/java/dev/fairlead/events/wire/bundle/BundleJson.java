package dev.fairlead.events.wire.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashedEvent;
import dev.fairlead.events.proof.HashedEvent.Ids;

/**
 * A bundle's lines, JSON each: the head with the signed checkpoint, an event each, and the number of
 * events at the end, without which it was cut.
 */
public final class BundleJson {

    /** Of the form; another form gets another number. */
    public static final int FORM = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BundleJson() {}

    /**
     * @param checkpoint
     *            the signed note that all paths lead to
     * @param query
     *            what was asked for, for people
     */
    public static String head(String checkpoint, String query) {
        ObjectNode head = JSON.createObjectNode();
        head.put("bundle", FORM);
        head.put("checkpoint", checkpoint);
        head.put("query", query);
        return JSON.writeValueAsString(head);
    }

    public static String end(long events) {
        return JSON.writeValueAsString(JSON.createObjectNode().put("end", events));
    }

    /** The body in base64, byte for byte; hashes in hexadecimal. */
    public static String line(ProvenEvent proven) {
        HashedEvent event = proven.event();
        Ids ids = event.ids();
        ObjectNode line = JSON.createObjectNode();
        line.put("position", proven.position());
        line.put("stream", event.stream());
        line.put("version", event.version());
        line.put("epoch", event.epoch());
        line.put("type", event.type());
        line.put("schema", event.schema());
        line.put("life", ids.life());
        line.put("rollout", ids.rollout());
        line.put("causation", ids.causation());
        line.put("correlation", ids.correlation());
        line.put("actor", ids.actor());
        line.put("time", event.time().toString());
        line.put("body", Base64.getEncoder().encodeToString(event.body()));
        line.put("previous", proven.previous().toString());
        line.put("hash", proven.hash().toString());
        ArrayNode path = line.putArray("path");
        proven.path().forEach(hash -> path.add(hash.toString()));
        return JSON.writeValueAsString(line);
    }

    /**
     * @throws IllegalArgumentException
     *             when the line is no JSON object
     */
    static JsonNode read(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException _) {
            // told below
        }
        throw new IllegalArgumentException("Expected a JSON object in a line of a bundle");
    }

    /**
     * @throws IllegalArgumentException
     *             when it is no event; names the field
     */
    static ProvenEvent event(JsonNode line) {
        Ids ids = new Ids(text(line, "life"), text(line, "rollout"), text(line, "causation"),
                text(line, "correlation"), text(line, "actor"));
        HashedEvent event = new HashedEvent(number(line, "epoch"), text(line, "stream"),
                number(line, "version"), text(line, "type"), (int) number(line, "schema"), ids,
                Instant.parse(text(line, "time")),
                Base64.getDecoder().decode(text(line, "body")));
        List<Hash> path = new ArrayList<>();
        line.path("path").forEach(hash -> path.add(hash(hash.asString(""))));
        return new ProvenEvent(number(line, "position"), event, hash(text(line, "previous")),
                hash(text(line, "hash")), List.copyOf(path));
    }

    static String text(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("Expected " + field + " as text, but got " + value);
        }
        return value.asString();
    }

    private static long number(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(
                    "Expected " + field + " as a whole number, but got " + value);
        }
        return value.asLong();
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }
}
