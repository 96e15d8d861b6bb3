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
        Fields base = GoldenCase.base().fields("definition");
        Map<String, Object> all = new LinkedHashMap<>(
                base.fields("traffic", "service").map());
        all.putAll(service);
        return WordJson.tolerant()
                .convertValue(
                        base.with(provider, "provider").with(all, "traffic", "service").map(),
                        Definition.class);
    }
}
