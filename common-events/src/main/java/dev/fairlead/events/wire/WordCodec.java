package dev.fairlead.events.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads the words of one family.
 *
 * @param <T>
 *            the family
 */
public final class WordCodec<T> {

    /** The largest body that is written or read, in bytes. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    private final JsonMapper mapper;
    private final Class<T> family;
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Map<String, List<Upcaster>> upcasters = new HashMap<>();

    /**
     * @param mapper
     *            from {@link WordJson}
     * @param family
     *            a sealed interface, or a single record
     * @param upcasters
     *            for types whose schema is above 1, gapless from 1
     */
    public WordCodec(JsonMapper mapper, Class<T> family, List<Upcaster> upcasters) {
        this.mapper = mapper;
        this.family = family;
        List<Class<?>> leaves = family.isSealed() ? WordJson.leaves(family) : List.of(family);
        leaves.forEach(leaf -> types.put(leaf.getSimpleName(), leaf));
        for (Upcaster upcaster : upcasters) {
            this.upcasters.merge(upcaster.type(), List.of(upcaster), WordCodec::joined);
        }
    }

    /** The names of the family's words. */
    public java.util.Set<String> types() {
        return java.util.Set.copyOf(types.keySet());
    }

    /** The schema version that words of a type are written in. */
    public int schema(String type) {
        return 1 + upcasters.getOrDefault(type, List.of()).size();
    }

    /**
     * @throws IllegalStateException
     *             when the body is larger than {@link #MAX_BODY_BYTES}
     */
    public Word encode(T word) {
        byte[] body = mapper.writeValueAsBytes(word);
        String type = word.getClass().getSimpleName();
        if (body.length > MAX_BODY_BYTES) {
            throw new IllegalStateException("Expected a body of at most " + MAX_BODY_BYTES
                    + " bytes, but " + type + " has " + body.length);
        }
        return new Word(type, schema(type), body);
    }

    /**
     * @throws UnknownWord
     *             when the type or a newer schema is not known here
     * @throws UnreadableWord
     *             when the bytes are not such a word; the message names the field
     */
    public T decode(Word word) {
        Class<?> type = types.get(word.type());
        if (type == null) {
            throw new UnknownWord("Expected one of " + new java.util.TreeSet<>(types.keySet())
                    + ", but got the type \"" + word.type() + "\"");
        }
        if (word.schema() < 1 || word.schema() > schema(word.type())) {
            throw new UnknownWord("Expected " + word.type() + " in a schema from 1 to "
                    + schema(word.type()) + ", but got " + word.schema());
        }
        if (word.body().length > MAX_BODY_BYTES) {
            throw new UnreadableWord("Expected a body of at most " + MAX_BODY_BYTES
                    + " bytes, but " + word.type() + " has " + word.body().length);
        }
        return read(word, type);
    }

    private T read(Word word, Class<?> type) {
        try {
            if (word.schema() == schema(word.type())) {
                return family.cast(mapper.readValue(word.body(), type));
            }
            ObjectNode fields = (ObjectNode) mapper.readTree(word.body());
            upcasters.getOrDefault(word.type(), List.of())
                    .stream()
                    .filter(upcaster -> upcaster.from() >= word.schema())
                    .forEach(upcaster -> upcaster.change().accept(fields));
            return family.cast(mapper.treeToValue(fields, type));
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            throw new UnreadableWord("Expected the fields of " + word.type() + " version "
                    + word.schema() + ", but " + e.getMessage(), e);
        }
    }

    private static List<Upcaster> joined(List<Upcaster> before, List<Upcaster> next) {
        var all = new java.util.ArrayList<>(before);
        all.addAll(next);
        return List.copyOf(all);
    }
}
