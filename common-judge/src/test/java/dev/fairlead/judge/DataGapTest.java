package dev.fairlead.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Address;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.definition.Policies.Unanswered;

import static org.assertj.core.api.Assertions.assertThat;

class DataGapTest {

    private static final Instant LOST = Instant.parse("2026-11-23T12:00:00Z");
    private static final Policies HOLDS_OUTAGES =
            policies(Unanswered.FAILED, Unanswered.HOLD);

    @Test
    void what_was_not_measured_in_an_outage_is_held_as_the_outage_is() {
        assertThat(after("1m", 0).onNoData()).isEqualTo(Unanswered.HOLD);
        assertThat(after("1m", 89).onNoData()).isEqualTo(Unanswered.HOLD);
        assertThat(after("4s", 33).onNoData()).isEqualTo(Unanswered.HOLD);
    }

    @Test
    void a_store_that_has_had_the_time_to_measure_is_believed() {
        assertThat(after("1m", 90)).isEqualTo(HOLDS_OUTAGES);
        assertThat(after("4s", 34)).isEqualTo(HOLDS_OUTAGES);
    }

    @Test
    void a_window_that_cannot_be_read_counts_as_a_minute() {
        assertThat(after("", 89).onNoData()).isEqualTo(Unanswered.HOLD);
        assertThat(after("1d", 90)).isEqualTo(HOLDS_OUTAGES);
    }

    @Test
    void a_store_that_was_never_lost_explains_nothing() {
        assertThat(DataGap.policies(HOLDS_OUTAGES, check("1m"), Instant.EPOCH, LOST))
                .isEqualTo(HOLDS_OUTAGES);
    }

    @Test
    void who_counts_outages_as_failed_counts_what_follows_as_said() {
        for (Unanswered noData : Unanswered.values()) {
            Policies counts = policies(noData, Unanswered.FAILED);
            assertThat(DataGap.policies(counts, check("1m"), LOST, LOST)).isEqualTo(counts);
        }
    }

    private static Policies after(String window, int seconds) {
        return DataGap.policies(HOLDS_OUTAGES, check(window), LOST, LOST.plusSeconds(seconds));
    }

    private static MetricCheck check(String window) {
        return new MetricCheck("latency", Kind.INLINE,
                new MetricSource("prometheus", "istio", Address.plain("http://p:9090"), "", "",
                        false),
                "q", window, new Range("99", ""), Map.of());
    }

    private static Policies policies(Unanswered noData, Unanswered sourceError) {
        return new Policies(noData, sourceError, Duration.ofHours(24), GateDefault.REMIND);
    }
}
