package dev.fairlead.orchestrator.api;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/**
 * What an analysis came to, in numbers.
 *
 * @param analysis
 *            its name
 * @param rollout
 *            whose
 * @param outcome
 *            passed, failed, held, or none
 * @param reason
 *            why it failed or was held; empty otherwise
 * @param at
 *            when it was decided
 * @param checks
 *            one for each metric that was asked
 */
public record VerdictView(String analysis, String rollout, String outcome, String reason,
        Instant at, List<Check> checks) {

    /** Nothing was measured yet. */
    static final VerdictView NONE = new VerdictView("", "", "none", "", Instant.EPOCH, List.of());
    /** The events that tell a verdict. */
    public static final List<String> TYPES =
            List.of("AnalysisPassed", "AnalysisFailed", "AnalysisHeld");

    /** Of an event of one of {@link #TYPES}. */
    public static VerdictView of(LoggedEvent logged) {
        JsonNode body = EventView.body(logged);
        JsonNode fact = body.path("fact");
        return new VerdictView(fact.path("analysis").asString(""), logged.event().ids().rollout(),
                outcome(logged.event().type()),
                fact.path("halt").asString(fact.path("reason").asString("")),
                logged.event().time(),
                body.path("command")
                        .path("report")
                        .path("checks")
                        .valueStream()
                        .map(Check::of)
                        .toList());
    }

    /** The checks in words, those that did not pass first. */
    String inWords() {
        return java.util.stream.Stream
                .concat(checks.stream().filter(it -> !it.passed()),
                        checks.stream().filter(Check::passed))
                .map(Check::inWords)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static String outcome(String type) {
        return switch (type) {
            case "AnalysisPassed" -> "passed";
            case "AnalysisFailed" -> "failed";
            default -> "held"; // types are text by contract
        };
    }

    /**
     * One metric.
     *
     * @param metric
     *            its name in the Canary
     * @param value
     *            decimal text; empty unless there is one
     * @param min
     *            the lowest that passes, decimal text; empty for none
     * @param max
     *            the highest that passes, decimal text; empty for none
     * @param outcome
     *            value, empty, not_a_number or unreachable
     * @param verdict
     *            pass, fail or inconclusive
     * @param error
     *            of the store; empty when it answered
     * @param query
     *            as it was sent
     */
    public record Check(String metric, String value, String min, String max, String outcome,
            String verdict, String error, String query) {

        static Check of(JsonNode evidence) {
            JsonNode range = evidence.path("range");
            return new Check(text(evidence, "metric"), text(evidence, "value"), text(range, "min"),
                    text(range, "max"), lower(evidence, "outcome"), lower(evidence, "verdict"),
                    text(evidence, "error"), text(evidence, "query"));
        }

        /** Whether it is within its range. */
        public boolean passed() {
            return verdict.equals("pass");
        }

        /** Name, value and range. */
        public String inWords() {
            return switch (outcome) {
                case "value" -> metric + " " + Decimals.shortened(value) + " " + range();
                case "empty" -> metric + " has no value";
                case "not_a_number" -> metric + " is not a number";
                default -> metric + " cannot be asked: " + error; // words are text by contract
            };
        }

        /** The range in words; empty for none. */
        public String range() {
            if (min.isEmpty() && max.isEmpty()) {
                return "";
            }
            if (min.isEmpty()) {
                return "(at most " + max + ")";
            }
            return max.isEmpty() ? "(at least " + min + ")" : "(" + min + " to " + max + ")";
        }

        private static String text(JsonNode tree, String field) {
            return tree.path(field).asString("");
        }

        private static String lower(JsonNode tree, String field) {
            return text(tree, field).toLowerCase(java.util.Locale.ROOT);
        }
    }
}
