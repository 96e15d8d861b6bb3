package dev.fairlead.events.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Tree;
import dev.fairlead.events.Weight;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.WorkloadMissing;

/** A word of each type with something in every field, the same at each run. */
final class Samples {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final Map<Type, Object> VALUES = Map.ofEntries(
            Map.entry(int.class, 2), Map.entry(Integer.class, 5),
            Map.entry(long.class, 3L), Map.entry(boolean.class, true),
            Map.entry(Instant.class, Instant.parse("2026-11-23T12:00:00.000001Z")),
            Map.entry(Duration.class, Duration.ofSeconds(90)),
            Map.entry(TargetKey.class, SHOP), Map.entry(Weight.class, Weight.of(20)),
            Map.entry(Fence.class, new Fence(1, 7)),
            Map.entry(Tree.class, new Tree(Map.of("timeout", "15s"))),
            Map.entry(Observation.class,
                    new WorkloadMissing(SHOP, new Life("uid-1"), "not found")));

    private Samples() {}

    static Object of(Class<?> word) {
        return value(word, word.getSimpleName());
    }

    private static Object value(Type type, String name) {
        Object known = VALUES.get(type);
        if (known != null) {
            return known;
        }
        if (type == String.class) {
            return name;
        }
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name);
        }
        Class<?> raw = (Class<?>) type;
        return raw.isEnum() ? raw.getEnumConstants()[0] : whole(raw);
    }

    private static Object collection(ParameterizedType type, String name) {
        Type[] of = type.getActualTypeArguments();
        return type.getRawType() == List.class
                ? List.of(value(of[0], name))
                : Map.of(name, value(of[1], "value"));
    }

    private static Object whole(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts)
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> value(part.getGenericType(), part.getName()))
                .toArray();
        try {
            var made = type.getDeclaredConstructor(types);
            made.setAccessible(true);
            return made.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Expected to make a " + type, e);
        }
    }
}
