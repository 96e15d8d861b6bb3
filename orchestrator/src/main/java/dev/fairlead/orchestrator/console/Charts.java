package dev.fairlead.orchestrator.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.api.VerdictView.Check;

/** What is drawn of a rollout: its weight, and each metric against its threshold. */
final class Charts {

    private static final double MS_PER_S = 1_000.0;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Charts() {}

    /** The weight that stood, with marks; as the script {@code charts.js} reads it. */
    static String weight(List<Entry> entries, Instant end) {
        List<Double> times = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        List<Map<String, Object>> marks = new ArrayList<>();
        int weight = 0;
        for (Entry entry : entries) {
            if (entry.view().type().equals("TrafficShifted")) {
                weight = entry.view().fact().path("canary").asInt(weight);
            } else if (entry.isKey() && !entry.view().type().equals("AnalysisPassed")) {
                marks.add(Map.of("x", seconds(entry.view().time()), "tone", entry.tone(), "text",
                        entry.view().text()));
            }
            times.add(seconds(entry.view().time()));
            weights.add(weight);
        }
        times.add(seconds(end));
        weights.add(weight);
        return JSON.writeValueAsString(
                Map.of("kind", "weight", "x", times, "y", weights, "marks", marks));
    }

    /** One chart for each metric, in the order in which they were first measured. */
    static List<Metric> metrics(List<Entry> entries) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (Check check : entry.checks()) {
                metrics.computeIfAbsent(check.metric(), Metric::of)
                        .add(entry.view().time(), check);
            }
        }
        return List.copyOf(metrics.values());
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / MS_PER_S;
    }

    private static @org.jspecify.annotations.Nullable Double number(String decimal) {
        try {
            return new BigDecimal(decimal).doubleValue();
        } catch (NumberFormatException _) {
            return null; // a gap in the line
        }
    }

    /**
     * A metric over time.
     *
     * @param measured
     *            in order
     */
    public record Metric(String name, List<Measured> measured) {

        static Metric of(String name) {
            return new Metric(name, new ArrayList<>());
        }

        void add(Instant at, Check check) {
            measured.add(new Measured(at, check));
        }

        /** The newest. */
        public Measured last() {
            return measured.getLast();
        }

        /** As the script {@code charts.js} reads it. */
        public String json() {
            Map<String, Object> chart = new LinkedHashMap<>();
            chart.put("kind", "metric");
            chart.put("x", measured.stream().map(it -> seconds(it.at())).toList());
            List<Object> values = new ArrayList<>();
            measured.forEach(it -> values.add(number(it.check().value())));
            chart.put("y", values);
            chart.put("min", number(last().check().min()));
            chart.put("max", number(last().check().max()));
            chart.put("ok", measured.stream().map(it -> it.check().passed()).toList());
            return JSON.writeValueAsString(chart);
        }
    }

    /** A value and when it was judged. */
    public record Measured(Instant at, Check check) {}
}
