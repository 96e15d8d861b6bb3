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

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.events.wire.WordJson;

/**
 * Each definition, and each blueprint of a primary, once, under its content hash. In bodies and
 * states only the hash stands; what was written into one is kept until it is known to be stored.
 */
public final class Definitions {

    /** So many are kept in memory by name, and so many names. */
    static final int CACHED = 10_000;

    private final JsonMapper plain = WordJson.strict().build();
    private final DefinitionSource source;
    private final Map<Object, String> names = bounded();
    private final Map<String, Object> known = bounded();
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

    synchronized String nameOf(Object content) {
        String name = names.get(content);
        if (name == null) {
            byte[] body = plain.writeValueAsBytes(content);
            name = HashChain.contentHash(body);
            names.put(content, name);
            known.put(name, content);
            unsaved.put(name,
                    new StoredDefinition(name, new String(body, StandardCharsets.UTF_8)));
        }
        return name;
    }

    synchronized <T> T named(String name, Class<T> type) {
        Object content = known.get(name);
        if (content == null) {
            String body = source.definition(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "Expected the log to hold the definition " + name));
            content = plain.readValue(body, type);
            known.put(name, content);
            names.put(content, name);
        }
        return type.cast(content);
    }

    /** Puts the hash where a definition or a blueprint stands. */
    SimpleModule module() {
        var module = new SimpleModule("fairlead-definitions");
        byHash(module, Definition.class);
        byHash(module, Blueprint.class);
        return module;
    }

    private <T> void byHash(SimpleModule module, Class<T> type) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(nameOf(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return named(in.getString(), type);
            }
        });
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
