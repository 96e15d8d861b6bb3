package dev.fairlead.orchestrator.console;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.fairlead.orchestrator.console.Moments.Piece;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Moments when = new Moments(NOW);

    @Test
    void near_and_far_in_both_directions() {
        assertThat(when.relative(NOW.minusSeconds(1))).isEqualTo("now");
        assertThat(when.relative(NOW.minusSeconds(59))).isEqualTo("59 s ago");
        assertThat(when.relative(NOW.plusSeconds(25))).isEqualTo("in 25 s");
        assertThat(when.relative(NOW.minusSeconds(3 * 3600))).isEqualTo("3 h ago");
        assertThat(when.age(NOW.minusSeconds(3 * 86_400))).isEqualTo("3 d");
    }

    @Test
    void the_day_is_told_when_it_is_another() {
        assertThat(when.clock(NOW.minusSeconds(60))).isEqualTo("09:59:00");
        assertThat(when.clock(NOW.minusSeconds(5 * 86_400))).isEqualTo("19 Nov 10:00");
    }

    @Test
    void the_instants_of_a_sentence_are_found() {
        assertThat(when.pieces("Measured at 2026-11-24T09:00:00.123456Z, again later"))
                .containsExactly(new Piece("Measured at ", Instant.EPOCH),
                        new Piece("", Instant.parse("2026-11-24T09:00:00.123456Z")),
                        new Piece(", again later", Instant.EPOCH));
    }
}
