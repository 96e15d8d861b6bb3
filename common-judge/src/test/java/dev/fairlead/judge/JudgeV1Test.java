package dev.fairlead.judge;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.fairlead.events.Address;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.definition.Policies.Unanswered;
import dev.fairlead.events.order.RunAnalysis.QueryNames;
import dev.fairlead.events.report.CheckEvidence.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JudgeV1Test {

    private static final Policies FAIL = policies(Unanswered.FAILED, Unanswered.FAILED);
    private static final QueryNames NAMES =
            new QueryNames("podinfo", "test", "backend", "api", "backend", "backend");
    private static final Judge JUDGE = Judges.version(1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "SUCCESS_RATE|99|-|50.5|Halt podinfo.test advancement success rate 50.50% < 99%",
        "SUCCESS_RATE|99.5|-|10|Halt podinfo.test advancement success rate 10.00% < 99.5%",
        "SUCCESS_RATE|-|50|99.999|Halt podinfo.test advancement success rate 100.00% > 50%",
        "REQUEST_DURATION|-|500|1515.9|Halt podinfo.test advancement request duration 1.515s > 500ms",
        "REQUEST_DURATION|-|500|500.25|Halt podinfo.test advancement request duration 500.25ms > 500ms",
        "REQUEST_DURATION|-|0.5|0.75|Halt podinfo.test advancement request duration 750µs > 500µs",
        "REQUEST_DURATION|90000|-|20|Halt podinfo.test advancement request duration 20ms < 1m30s",
        "REQUEST_DURATION|-|500|Infinity|Halt podinfo.test advancement request duration +Infms > 500ms",
        "TEMPLATE|-|500|900.123|Halt podinfo.test advancement latency 900.12 > 500",
        "INLINE|1.5|-|-2|Halt podinfo.test advancement latency -2.00 < 1.5",
        "INLINE|-|0|1e21|Halt podinfo.test advancement latency 1000000000000000000000.00 > 0"})
    void a_value_outside_fails_and_says_so_in_known_words(Kind kind, String min, String max,
            double value, String text) {
        Judgement judgement =
                JUDGE.judge(question(kind, range(min, max)), new Answer.Value(value), FAIL);
        assertThat(judgement).isEqualTo(new Judgement(Verdict.FAIL, text));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"99,-,99", "99,-,100", "-,500,500", "-,500,-3", "1,2,1.5",
        "-,-,1e300",
        "-,-,Infinity"})
    void a_value_on_or_within_the_bounds_passes(String min, String max, double value) {
        for (Kind kind : Kind.values()) {
            assertThat(JUDGE.judge(question(kind, range(min, max)), new Answer.Value(value), FAIL))
                    .isEqualTo(new Judgement(Verdict.PASS, ""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SUCCESS_RATE|Halt advancement no values found for istio metric request-success-rate probably backend.test is"
                + " not receiving traffic: running query failed: no values found",
        "REQUEST_DURATION|Halt advancement no values found for istio metric request-duration probably backend.test is"
                + " not receiving traffic",
        "INLINE|Halt advancement no values found for metric: latency",
        "TEMPLATE|Halt advancement no values found for custom metric: latency: no values found"})
    void no_value_and_nan_are_what_the_policy_says(Kind kind, String text) {
        Question question = question(kind, range("1", null));
        Policies hold = policies(Unanswered.HOLD, Unanswered.FAILED);
        for (Answer answer : new Answer[]{new Answer.Empty(), new Answer.NotANumber(),
            new Answer.Value(Double.NaN)}) {
            assertThat(JUDGE.judge(question, answer, FAIL))
                    .isEqualTo(new Judgement(Verdict.FAIL, text));
            assertThat(JUDGE.judge(question, answer, hold))
                    .isEqualTo(new Judgement(Verdict.INCONCLUSIVE, text));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SUCCESS_RATE|Prometheus query failed: running query failed: connection refused",
        "REQUEST_DURATION|Prometheus query failed: running query failed: connection refused",
        "INLINE|Prometheus query failed for latency: connection refused",
        "TEMPLATE|Metric query failed for latency: connection refused"})
    void a_source_that_cannot_be_asked_is_what_the_other_policy_says(Kind kind, String text) {
        Question question = question(kind, range("1", null));
        Answer answer = new Answer.Unreachable("connection refused");
        Policies hold = policies(Unanswered.FAILED, Unanswered.HOLD);
        assertThat(JUDGE.judge(question, answer, FAIL))
                .isEqualTo(new Judgement(Verdict.FAIL, text));
        assertThat(JUDGE.judge(question, answer, hold))
                .isEqualTo(new Judgement(Verdict.INCONCLUSIVE, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TEMPLATE|Metric template latency.test error: gone",
        "SECRET|Metric template latency.test secret token error: gone",
        "PROVIDER|Metric template latency.test provider prometheus error: gone",
        "QUERY|Metric template latency.test query render error: gone"})
    void what_lies_in_the_way_of_a_question_is_named(Answer.Obstacle obstacle, String text) {
        assertThat(JUDGE.judge(question(Kind.TEMPLATE, range(null, "1")),
                new Answer.Unasked(obstacle, "gone"), FAIL))
                .isEqualTo(new Judgement(Verdict.FAIL, text));
    }

    @ParameterizedTest
    @CsvSource({"kubernetes,0.6", "gatewayapi:v1,0.6", "istio,600", "istio:service,600"})
    void durations_of_the_applications_own_histogram_are_in_seconds(String provider, double value) {
        MetricCheck check = check(Kind.REQUEST_DURATION, range(null, "500"), provider);
        assertThat(JUDGE.judge(new Question(check, NAMES), new Answer.Value(value), FAIL).halt())
                .isEqualTo("Halt podinfo.test advancement request duration 600ms > 500ms");
    }

    @Test
    void a_judge_from_the_future_is_refused() {
        assertThat(Judges.version(Judges.CURRENT).version()).isEqualTo(Judges.CURRENT);
        assertThatThrownBy(() -> Judges.version(99))
                .hasMessage("Expected a judge of version 1 to 1, but got 99");
    }

    private static Question question(Kind kind, Range range) {
        return new Question(check(kind, range, kind == Kind.TEMPLATE ? "latency.test" : "istio"),
                NAMES);
    }

    private static MetricCheck check(Kind kind, Range range, String label) {
        String name = switch (kind) {
            case SUCCESS_RATE -> "request-success-rate";
            case REQUEST_DURATION -> "request-duration";
            case INLINE, TEMPLATE -> "latency";
        };
        MetricSource source = new MetricSource("prometheus", label, Address.plain("http://p:9090"),
                "", "token", false);
        return new MetricCheck(name, kind, source, "q", "1m", range, Map.of());
    }

    private static Range range(String min, String max) {
        return new Range(min == null ? "" : min, max == null ? "" : max);
    }

    private static Policies policies(Unanswered noData, Unanswered sourceError) {
        return new Policies(noData, sourceError, Duration.ofHours(24), GateDefault.REMIND);
    }
}
