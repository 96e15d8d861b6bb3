package dev.fairlead.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Address;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.events.report.CheckEvidence.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnalysesTest {

    @Test
    void one_failed_check_fails_all() {
        assertThat(Analyses
                .verdict(List.of(evidence("a", Verdict.PASS), evidence("b", Verdict.INCONCLUSIVE),
                        evidence("c", Verdict.FAIL))))
                .isEqualTo(Verdict.FAIL);
        assertThat(Analyses
                .verdict(List.of(evidence("a", Verdict.PASS), evidence("b", Verdict.INCONCLUSIVE))))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Analyses.verdict(List.of())).isEqualTo(Verdict.PASS);
    }

    @Test
    void the_event_is_about_the_failure_that_comes_first_in_the_known_order() {
        List<MetricCheck> metrics = List.of(check("a", Kind.TEMPLATE), check("b", Kind.INLINE),
                check("c", Kind.SUCCESS_RATE));
        assertThat(Analyses.halt(metrics,
                List.of(evidence("a", Verdict.FAIL), evidence("b", Verdict.INCONCLUSIVE),
                        evidence("c", Verdict.FAIL))))
                .contains("halt c");
        assertThat(Analyses.halt(metrics,
                List.of(evidence("a", Verdict.FAIL), evidence("b", Verdict.PASS),
                        evidence("c", Verdict.PASS))))
                .contains("halt a");
        assertThat(Analyses.halt(metrics,
                List.of(evidence("a", Verdict.PASS), evidence("b", Verdict.PASS),
                        evidence("c", Verdict.PASS))))
                .isEmpty();
    }

    @Test
    void evidence_of_too_few_checks_is_a_bug() {
        assertThatThrownBy(() -> Analyses.halt(List.of(check("a", Kind.INLINE)), List.of()))
                .hasMessage("Expected evidence of 1 checks, but got 0");
    }

    private static MetricCheck check(String name, Kind kind) {
        return new MetricCheck(name, kind,
                new MetricSource("prometheus", "istio", Address.NONE, "", "", false), "q",
                "1m", new Range("", ""), Map.of());
    }

    private static CheckEvidence evidence(String name, Verdict verdict) {
        return new CheckEvidence(name, "q", Instant.EPOCH, Outcome.VALUE, "1", "",
                new Range("", ""), verdict,
                verdict == Verdict.PASS ? "" : "halt " + name, Duration.ZERO);
    }
}
