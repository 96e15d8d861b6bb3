package dev.fairlead.analyzer.metrics.prometheus;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.analyzer.metrics.MetricStore.Sample;
import dev.fairlead.judge.Answer;

/**
 * Reduces an answer of the query API to one number, as Flagger does: the last element of a vector
 * whose value is a text. A scalar is no answer, several values are too many.
 */
final class PrometheusAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PrometheusAnswer() {}

    static Sample read(String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException e) {
            return unreachable("error unmarshaling result: " + e.getOriginalMessage());
        }
        JsonNode result = answer.path("data").path("result");
        String raw = "";
        for (JsonNode element : result) {
            if (!element.isObject()) {
                return unreachable("error unmarshaling result: Expected a vector, but got "
                        + answer.path("data").path("resultType").asString("nothing"));
            }
            if (element.has("values")) {
                return unreachable("query returned multiple values");
            }
            JsonNode value = element.path("value").path(1);
            raw = value.isString() ? value.stringValue() : raw;
        }
        return raw.isEmpty() ? Sample.of(new Answer.Empty()) : number(raw);
    }

    private static Sample number(String raw) {
        try {
            double value = switch (raw) {
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(raw);
            };
            return new Sample(Double.isNaN(value)
                    ? new Answer.NotANumber()
                    : new Answer.Value(value), raw);
        } catch (NumberFormatException e) {
            return unreachable("Expected a number, but got \"" + raw + "\"");
        }
    }

    private static Sample unreachable(String error) {
        return Sample.of(new Answer.Unreachable(error));
    }
}
