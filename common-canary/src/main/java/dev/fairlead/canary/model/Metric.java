package dev.fairlead.canary.model;

import java.util.Map;
import java.util.Set;

/**
 * One entry of the metrics. It may act several times: as a built-in query by its name, as a query of its own, and
 * through a template.
 *
 * @param interval as written, since queries carry it as text; {@code 1m} unless given
 * @param query deprecated inline query, empty unless given
 */
public record Metric(String name, String interval, Threshold threshold, String query,
        TemplateRef template,
        Map<String, String> variables) {

    public static final String SUCCESS_RATE = "request-success-rate";
    public static final String DURATION = "request-duration";
    private static final Set<String> BUILT_IN = Set.of(SUCCESS_RATE, DURATION);

    /** Whether the name is one of the two that every provider has a query for. */
    public boolean builtIn() {
        return BUILT_IN.contains(name);
    }

    /** Whether it brings a query of its own. */
    public boolean inline() {
        return !query.isEmpty();
    }

    /** Whether it names a MetricTemplate. */
    public boolean templated() {
        return template.given();
    }
}
