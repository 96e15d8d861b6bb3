package dev.fairlead.router.golden;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.router.plan.Fields;

/** Definitions as the golden folders have them. */
public final class Definitions {

    private Definitions() {}

    /** The usual definition, with another provider and more in {@code spec.service}. */
    public static Definition with(String provider, Map<String, Object> service) {
        return with(provider, service, Map.of());
    }

    /** The same with more in the analysis. */
    public static Definition with(String provider, Map<String, Object> service,
            Map<String, Object> analysis) {
        Fields base = GoldenCase.base().fields("definition");
        return WordJson.tolerant()
                .convertValue(base.with(provider, "provider")
                        .with(all(base.fields("traffic", "service"), service), "traffic", "service")
                        .with(all(base.fields("analysis"), analysis), "analysis")
                        .map(), Definition.class);
    }

    /** A definition with this traffic and more in the analysis. */
    public static Definition with(String provider, Fields traffic, Map<String, Object> analysis) {
        Fields base = GoldenCase.base().fields("definition");
        return WordJson.tolerant()
                .convertValue(base.with(provider, "provider")
                        .with(traffic, "traffic")
                        .with(all(base.fields("analysis"), analysis), "analysis")
                        .map(), Definition.class);
    }

    private static Map<String, Object> all(Fields base, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(base.map());
        all.putAll(more);
        return all;
    }
}
