package dev.fairlead.sandbox.bench.sheet;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpreadTest {

    @Test
    void the_p99_of_a_hundred_is_the_second_worst() {
        Spread spread =
                Spread.of(IntStream.rangeClosed(1, 100).mapToObj(it -> (double) it).toList());
        assertThat(spread).isEqualTo(new Spread(1, 50, 99, 100, 100));
    }

    @Test
    void one_sample_is_its_own_spread() {
        assertThat(Spread.millis(List.of(Duration.ofMillis(7))))
                .isEqualTo(new Spread(7, 7, 7, 7, 1));
    }

    @Test
    void no_samples_are_no_spread() {
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("at least one sample");
    }
}
