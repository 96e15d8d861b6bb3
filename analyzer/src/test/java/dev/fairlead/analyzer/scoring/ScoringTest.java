package dev.fairlead.analyzer.scoring;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.fairlead.analyzer.Orders;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.events.report.CheckEvidence.Verdict;
import dev.fairlead.judge.Answer;
import dev.fairlead.judge.Judges;

import static org.assertj.core.api.Assertions.assertThat;

class ScoringTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void evidence_says_all_that_is_needed_to_judge_again() {
        var evidence = evidence(new Answer.Value(98.5), "98.5");
        assertThat(evidence).isEqualTo(new CheckEvidence("request-success-rate", "up", AT,
                Outcome.VALUE, "98.5", "", evidence.range(), Verdict.FAIL,
                "Halt shop.prod advancement success rate 98.50% < 99%", Duration.ofMillis(3)));
        assertThat(evidence.range().min()).isEqualTo("99");
    }

    @Test
    void the_four_outcomes_are_told_apart() {
        assertThat(evidence(new Answer.Value(99), "99").verdict()).isEqualTo(Verdict.PASS);
        assertThat(evidence(new Answer.Empty(), "").outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(evidence(new Answer.NotANumber(), "NaN").outcome())
                .isEqualTo(Outcome.NOT_A_NUMBER);
        assertThat(evidence(new Answer.Unreachable("no such host"), ""))
                .satisfies(unreachable -> {
                    assertThat(unreachable.outcome()).isEqualTo(Outcome.UNREACHABLE);
                    assertThat(unreachable.error()).isEqualTo("no such host");
                    assertThat(unreachable.halt()).isEqualTo(
                            "Prometheus query failed: running query failed: no such host");
                });
    }

    @Test
    void an_endless_error_is_cut() {
        assertThat(evidence(new Answer.Unreachable("x".repeat(10_000)), "").error())
                .hasSize(Scoring.MAX_ERROR);
    }

    private static CheckEvidence evidence(Answer answer, String raw) {
        var order = Orders.analysis("shop", OrderHead.NEVER, 1,
                Orders.successRate("http://prometheus"));
        return Scoring.evidence(order, order.metrics().getFirst(), Judges.version(1),
                new Measurement("up", AT, answer, raw, Duration.ofMillis(3)));
    }
}
