package dev.fairlead.events.definition;

import java.util.Map;

/**
 * A metric that a revision is judged by.
 *
 * @param name
 *            the name in the Canary
 * @param kind
 *            where the query comes from
 * @param source
 *            the store that is asked
 * @param query
 *            the query template; for a built-in one its text
 * @param interval
 *            what {@code {{ interval }}} stands for, such as {@code 1m}
 * @param range
 *            the values that pass
 * @param variables
 *            what {@code {{ variables.x }}} stands for
 */
public record MetricCheck(String name, Kind kind, MetricSource source, String query,
        String interval, Range range, Map<String, String> variables) {

    public MetricCheck {
        variables = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(variables));
    }

    /** The unit and origin of a metric's value: percent, milliseconds, or the query's own. */
    public enum Kind {
        SUCCESS_RATE, REQUEST_DURATION, INLINE, TEMPLATE
    }

    /**
     * The values that pass, bounds included.
     *
     * @param min
     *            decimal text; empty for no lower bound
     * @param max
     *            decimal text; empty for no upper bound
     */
    public record Range(String min, String max) {}
}
