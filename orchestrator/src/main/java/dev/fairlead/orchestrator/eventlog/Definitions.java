package dev.fairlead.orchestrator.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.events.wire.WordJson;

/**
 * Each definition once, under its content hash. In bodies and states only the hash stands; a
 * definition that was written into one is kept until it is known to be stored.
 */
public final class Definitions {

    /** So many are kept in memory by name, and so many names. */
    static final int CACHED = 10_000;

    private final JsonMapper plain = WordJson.strict().build();
    private final DefinitionSource source;
    private final Map<Definition, String> names = bounded();
    private final Map<String, Definition> known = bounded();
    private final Map<String, StoredDefinition> unsaved = new LinkedHashMap<>();

    public Definitions(DefinitionSource source) {
        this.source = source;
    }

    /** Those that were written into bodies and are not known to be stored. */
    public synchronized List<StoredDefinition> unsaved() {
        return List.copyOf(unsaved.values());
    }

    /** They are stored. */
    public synchronized void saved(List<StoredDefinition> stored) {
        stored.forEach(definition -> unsaved.remove(definition.hash()));
    }

    synchronized String nameOf(Definition definition) {
        String name = names.get(definition);
        if (name == null) {
            byte[] body = plain.writeValueAsBytes(definition);
            name = HashChain.contentHash(body);
            names.put(definition, name);
            known.put(name, definition);
            unsaved.put(name,
                    new StoredDefinition(name, new String(body, StandardCharsets.UTF_8)));
        }
        return name;
    }

    synchronized Definition named(String name) {
        Definition definition = known.get(name);
        if (definition == null) {
            String body = source.definition(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "Expected the log to hold the definition " + name));
            definition = plain.readValue(body, Definition.class);
            known.put(name, definition);
            names.put(definition, name);
        }
        return definition;
    }

    /** Puts the hash where a definition stands. */
    SimpleModule module() {
        var module = new SimpleModule("fairlead-definitions");
        module.addSerializer(Definition.class, new StdSerializer<Definition>(Definition.class) {
            @Override
            public void serialize(Definition value, JsonGenerator out,
                    SerializationContext context) {
                out.writeString(nameOf(value));
            }
        });
        module.addDeserializer(Definition.class,
                new StdDeserializer<Definition>(Definition.class) {
                    @Override
                    public Definition deserialize(JsonParser in, DeserializationContext context) {
                        return named(in.getString());
                    }
                });
        return module;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > CACHED;
            }
        };
    }
}
