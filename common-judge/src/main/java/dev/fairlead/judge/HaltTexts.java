package dev.fairlead.judge;

import java.time.Duration;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.canary.go.GoNumber;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

/** The sentences of the events that tell a failed check; users' alert rules match them, so they are Flagger's. */
final class HaltTexts {

    private static final String NO_VALUES = "no values found";
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final int PLACES = 2;

    private HaltTexts() {}

    static String below(Question question, double value, double min) {
        return outside(question, value, "<", min);
    }

    static String above(Question question, double value, double max) {
        return outside(question, value, ">", max);
    }

    private static String outside(Question question, double value, String sign, double bound) {
        QueryNames names = question.names();
        String halt = "Halt " + names.name() + "." + names.namespace() + " advancement ";
        MetricCheck check = question.check();
        return halt + switch (check.kind()) {
            case SUCCESS_RATE -> "success rate " + GoNumber.fixed(value, PLACES) + "% " + sign + " "
                    + GoNumber.shortest(bound) + "%";
            case REQUEST_DURATION -> "request duration " + measured(value, bound) + " " + sign + " "
                    + duration(bound);
            case INLINE, TEMPLATE ->
                    check.name() + " " + GoNumber.fixed(value, PLACES) + " " + sign + " "
                            + GoNumber.shortest(bound);
        };
    }

    static String noValue(Question question) {
        MetricCheck check = question.check();
        String traffic = NO_VALUES + " for " + check.source().label() + " metric " + check.name()
                + " probably "
                + question.names().target() + "." + question.names().namespace()
                + " is not receiving traffic";
        return "Halt advancement " + switch (check.kind()) {
            case SUCCESS_RATE -> traffic + ": running query failed: " + NO_VALUES;
            case REQUEST_DURATION -> traffic;
            case INLINE -> NO_VALUES + " for metric: " + check.name();
            case TEMPLATE -> NO_VALUES + " for custom metric: " + check.name() + ": " + NO_VALUES;
        };
    }

    static String unreachable(Question question, String error) {
        MetricCheck check = question.check();
        return switch (check.kind()) {
            case SUCCESS_RATE, REQUEST_DURATION ->
                    "Prometheus query failed: running query failed: " + error;
            case INLINE -> "Prometheus query failed for " + check.name() + ": " + error;
            case TEMPLATE -> "Metric query failed for " + check.name() + ": " + error;
        };
    }

    static String unasked(Question question, Answer.Obstacle obstacle, String error) {
        MetricCheck check = question.check();
        return switch (check.kind()) {
            case SUCCESS_RATE, REQUEST_DURATION, INLINE -> unreachable(question, error);
            case TEMPLATE -> "Metric template " + check.source().label() + switch (obstacle) {
                case TEMPLATE -> "";
                case SECRET -> " secret " + check.source().secret();
                case PROVIDER -> " provider " + check.source().type();
                case QUERY -> " query render";
            } + " error: " + error;
        };
    }

    /** Whole milliseconds, as users know them, unless that would hide the difference to the bound. */
    private static String measured(double milliseconds, double bound) {
        double whole = milliseconds < 0 ? Math.ceil(milliseconds) : Math.floor(milliseconds);
        boolean tells = milliseconds < bound ? whole < bound : whole > bound;
        return duration(tells ? whole : milliseconds);
    }

    private static String duration(double milliseconds) {
        double nanos = milliseconds * NANOS_PER_MILLISECOND;
        if (Double.isNaN(nanos) || Math.abs(nanos) >= Long.MAX_VALUE) {
            return GoNumber.shortest(milliseconds) + "ms";
        }
        return GoDuration.format(Duration.ofNanos(Math.round(nanos)));
    }
}
