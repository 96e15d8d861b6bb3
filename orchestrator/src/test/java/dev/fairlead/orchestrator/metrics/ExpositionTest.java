package dev.fairlead.orchestrator.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.Standing;
import dev.fairlead.events.fact.Standing.Contract;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.fact.Standing.Shown;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.orchestrator.rollout.Command;
import dev.fairlead.orchestrator.rollout.state.Attempt;
import dev.fairlead.orchestrator.rollout.state.Pending;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

class ExpositionTest {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop-canary");
    private static final RolloutId ROLLOUT = RolloutId.of(SHOP, 1);
    private static final AnalysisId ANALYSIS = AnalysisId.of(ROLLOUT, 1);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Series series = new Series(SHOP);

    @Test
    void names_labels_and_values_are_those_that_dashboards_ask_for() throws IOException {
        series.stands(state("Progressing", 20));
        series.happened(ordered(NOON), Optional.empty());
        series.happened(new AnalysisFailed(head(NOON.plusMillis(300)), ANALYSIS, "Halt", 1,
                NOON.plusSeconds(10)), Optional.of(scored("97.5")));
        series.happened(succeeded(), Optional.empty());

        assertThat(text(false)).contains(
                "flagger_info{mesh_provider=\"istio\",version=\"1.2.3\"} 1",
                "flagger_canary_total{namespace=\"prod\"} 1",
                "flagger_canary_status{name=\"shop\",namespace=\"prod\"} 0",
                "flagger_canary_weight{namespace=\"prod\",workload=\"shop-primary\"} 80",
                "flagger_canary_weight{namespace=\"prod\",workload=\"shop\"} 20",
                "flagger_canary_metric_analysis{metric=\"request-success-rate\",name=\"shop\","
                        + "namespace=\"prod\"} 97.5",
                "flagger_canary_duration_seconds_bucket{name=\"shop\",namespace=\"prod\",le=\"0.25\"} 0",
                "flagger_canary_duration_seconds_bucket{name=\"shop\",namespace=\"prod\",le=\"0.5\"} 1",
                "flagger_canary_duration_seconds_count{name=\"shop\",namespace=\"prod\"} 1",
                "flagger_canary_duration_seconds_sum{name=\"shop\",namespace=\"prod\"} 0.3",
                "flagger_canary_successes_total{analysis_status=\"completed\","
                        + "deployment_strategy=\"canary\",name=\"shop\",namespace=\"prod\"} 1");
    }

    @Test
    void failed_is_two_and_all_but_progressing_is_one() throws IOException {
        series.stands(state("Failed", 0));
        assertThat(text(false))
                .contains("flagger_canary_status{name=\"shop\",namespace=\"prod\"} 2");
        series.stands(state("Promoting", 0));
        assertThat(text(false))
                .contains("flagger_canary_status{name=\"shop\",namespace=\"prod\"} 1");
    }

    @Test
    void clusters_are_told_apart_only_where_there_are_several() throws IOException {
        series.stands(state("Succeeded", 0));
        assertThat(text(false)).noneMatch(line -> line.contains("cluster="));
        assertThat(text(true)).contains(
                "flagger_canary_total{cluster=\"eu-1\",namespace=\"prod\"} 1",
                "flagger_canary_status{cluster=\"eu-1\",name=\"shop\",namespace=\"prod\"} 1");
    }

    private List<String> text(boolean byCluster) throws IOException {
        var out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create()
                .write(out, new Exposition("1.2.3", "istio", byCluster).of(List.of(series)));
        return out.toString(StandardCharsets.UTF_8).lines().map(ExpositionTest::whole).toList();
    }

    /** Numbers without an empty fraction. */
    private static String whole(String line) {
        return line.endsWith(".0") ? line.substring(0, line.length() - 2) : line;
    }

    private static TargetState state(String phase, int weight) {
        TargetState unknown = TargetState.unknown(SHOP);
        Standing none = unknown.standing();
        Definition empty = Definition.NONE;
        var definition = new Definition("istio", new WorkloadRef("apps/v1", "Deployment", "shop"),
                empty.scaler(), empty.traffic(), empty.analysis(), List.of(), List.of(), List.of(),
                empty.progressDeadline(), empty.drain(), empty.policies(), empty.switches(),
                PrimaryScaler.NONE);
        var standing = new Standing(new Life("uid"), 1,
                new Contract(1, definition, List.of(), definition), none.revisions(),
                none.primary(), none.canary(), new Route(Weight.of(weight), true, 1),
                new Shown(phase, NOON, NOON, 0, Weight.of(weight), ""), none.blueprint(),
                none.cookied());
        return new TargetState(SHOP, 1, Step.IDLE, NOON, standing, Attempt.NONE, Pending.NONE,
                List.of(), List.of());
    }

    private static RolloutFact ordered(Instant at) {
        return new AnalysisOrdered(head(at), ANALYSIS, 1, at.plusSeconds(60));
    }

    private static RolloutFact succeeded() {
        return new RolloutSucceeded(head(NOON.plusSeconds(1)), state("Succeeded", 0).standing());
    }

    private static Command scored(String value) {
        var fence = new Fence(1, 1);
        var order = new OrderRef(OrderId.of(SHOP, fence, 0), SHOP, new Life("uid"), fence,
                "RunAnalysis", "worker");
        var check = new CheckEvidence("request-success-rate", "query", NOON,
                CheckEvidence.Outcome.VALUE, value, "", new Range("99", ""),
                CheckEvidence.Verdict.FAIL, "Halt", Duration.ZERO);
        return new Command.RecordReport(new AnalysisScored(order, ANALYSIS, 1, List.of(check)),
                NOON);
    }

    private static FactHead head(Instant at) {
        return new FactHead(new Life("uid"), ROLLOUT, at);
    }
}
