package dev.fairlead.events.wire;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.Report;

/** Builds the mappers that write and read words. */
public final class WordJson {

    private static final List<Class<?>> FAMILIES = List.of(Observation.class, Order.class,
            Report.class, RolloutFact.class, EngineFact.class);

    private WordJson() {}

    /** Ignores fields it does not know: a neighbour may be a version ahead. */
    public static JsonMapper tolerant() {
        return builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** Refuses fields it does not know: the log must never lose a meaning in silence. */
    public static JsonMapper.Builder strict() {
        return builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static JsonMapper.Builder builder() {
        var builder = JsonMapper.builder()
                .addModule(new ValueModule())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                // A record's components are its fields; what it concludes from them is not written.
                .changeDefaultVisibility(
                        visible -> visible.withIsGetterVisibility(Visibility.NONE)
                                .withGetterVisibility(Visibility.NONE)
                                .withFieldVisibility(Visibility.ANY));
        AddedFields.in(builder);
        for (Class<?> family : FAMILIES) {
            withFamily(builder, family);
        }
        return builder;
    }

    /** Lets a mapper write and read one more sealed family, each word with its name as type. */
    public static JsonMapper.Builder withFamily(JsonMapper.Builder builder, Class<?> family) {
        builder.addMixIn(family, Typed.class);
        leaves(family).forEach(
                leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
        return builder;
    }

    /** The records of a sealed family, however deep. */
    static List<Class<?>> leaves(Class<?> family) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                found.addAll(leaves(member));
            } else {
                found.add(member);
            }
        }
        return found;
    }
}
