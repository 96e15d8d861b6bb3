package dev.fairlead.events.wire;

import java.util.Map;
import java.util.function.Function;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Tree;
import dev.fairlead.events.Weight;

/** Writes single values as what they are: a text, a number, an object. */
final class ValueModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    ValueModule() {
        super("fairlead-values");
        text(TargetKey.class, TargetKey::toString, TargetKey::parse);
        text(Life.class, Life::uid, Life::new);
        text(RolloutId.class, RolloutId::text, RolloutId::new);
        text(AnalysisId.class, AnalysisId::text, AnalysisId::new);
        text(OrderId.class, OrderId::text, OrderId::new);
        text(Fingerprint.class, Fingerprint::text, Fingerprint::new);
        text(Fence.class, Fence::toString, Fence::parse);
        value(Weight.class, (weight, out) -> out.writeNumber(weight.percent()),
                in -> Weight.of(in.getIntValue()));
        value(Tree.class, (tree, out) -> out.writePOJO(tree.fields()),
                in -> new Tree(in.readValueAs(new TypeReference<Map<String, Object>>() {})));
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        value(type, (value, out) -> out.writeString(write.apply(value)),
                in -> read.apply(in.getString()));
    }

    private <T> void value(Class<T> type, Writer<T> write, Function<JsonParser, T> read) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                write.write(value, out);
            }
        });
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return read.apply(in);
            }
        });
    }

    private interface Writer<T> {
        void write(T value, JsonGenerator out);
    }
}
