package dev.fairlead.orchestrator.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.fairlead.orchestrator.eventlog.Outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Order, repeats and limits of the relay. */
class RelayTest {

    private final FakeOutbox outbox = new FakeOutbox();
    private final List<String> published = new ArrayList<>();
    private long nanos = Duration.ofHours(1).toNanos();
    private String refused = "";
    private final Relay relay = new Relay(outbox, this::send, () -> nanos);

    @Test
    void what_was_written_before_is_published_before_what_is_handed_over() throws Exception {
        outbox.write(1, 2);
        relay.begin(1, 1);
        relay.take(outbox.write(2, 1));
        pump();
        relay.take(outbox.write(3, 1));
        pump();

        assertThat(published).containsExactly("1.1", "1.2", "2.1", "3.1");
        assertThat(relay.lag()).isZero();
    }

    @Test
    void once_it_has_caught_up_it_reads_no_more() throws Exception {
        relay.begin(1, 0);
        pump();
        int reads = outbox.reads();
        relay.take(outbox.write(1, 3));
        pump();

        assertThat(published).hasSize(3);
        assertThat(outbox.reads()).isEqualTo(reads);
    }

    @Test
    void what_failed_is_published_again_from_the_same_place_and_in_order() throws Exception {
        relay.begin(1, 0);
        pump();
        refused = "2.1";
        relay.take(outbox.write(1, 1));
        relay.take(outbox.write(2, 1));
        relay.take(outbox.write(3, 1));
        assertThatThrownBy(() -> relay.step(Duration.ZERO)).isInstanceOf(RelayTrouble.class);
        assertThat(relay.lag()).isEqualTo(2);
        refused = "";
        pump();

        assertThat(published).containsExactly("1.1", "3.1", "2.1", "3.1");
    }

    @Test
    void a_crash_repeats_no_more_than_what_came_since_the_cursor_was_saved() throws Exception {
        relay.begin(1, 0);
        pump();
        relay.take(outbox.write(1, 1));
        pump();
        relay.take(outbox.write(2, 2));
        pump();
        assertThat(outbox.cursor()).isEqualTo(1);
        published.clear();

        var next = new Relay(outbox, this::send, () -> nanos);
        next.begin(2, 2);
        next.step(Duration.ZERO);
        assertThat(published).containsExactly("2.1", "2.2");
    }

    @Test
    void the_cursor_is_never_saved_in_the_middle_of_an_event() throws Exception {
        outbox.write(1, Relay.CHUNK - 1);
        outbox.write(2, 2);
        relay.begin(1, 2);
        relay.step(Duration.ZERO);
        assertThat(outbox.cursor()).isEqualTo(1);
        nanos += Relay.SAVE_EVERY.toNanos();
        pump();

        assertThat(outbox.cursor()).isEqualTo(2);
        assertThat(published).hasSize(Relay.CHUNK + 1);
    }

    @Test
    void who_falls_far_behind_reads_from_the_database_and_misses_nothing() throws Exception {
        relay.begin(1, 0);
        pump();
        for (int position = 1; position <= HandOver.LIMIT + 500; position++) {
            relay.take(outbox.write(position, 1));
        }
        pump();

        assertThat(published).containsExactlyElementsOf(IntStream
                .rangeClosed(1, HandOver.LIMIT + 500)
                .mapToObj(position -> position + ".1")
                .toList());
    }

    @Test
    void an_old_term_saves_no_cursor_and_ends() throws Exception {
        relay.begin(1, 0);
        pump();
        outbox.overtake(2);
        relay.take(outbox.write(1, 1));

        assertThatThrownBy(() -> relay.step(Duration.ZERO)).isInstanceOf(RelayTrouble.class);
        assertThat(relay.isAwake()).isFalse();
        relay.take(outbox.write(2, 1));
        assertThat(relay.step(Duration.ZERO)).isZero();
    }

    @Test
    void before_it_stops_it_publishes_what_is_left_and_saves_the_cursor() throws Exception {
        relay.begin(1, 0);
        pump();
        relay.take(outbox.write(1, 1));
        relay.take(outbox.write(2, 1));
        relay.drain(Duration.ofSeconds(1));

        assertThat(published).hasSize(2);
        assertThat(outbox.cursor()).isEqualTo(2);
    }

    @Test
    void lag_is_told_in_positions_and_in_time() {
        relay.begin(1, 0);
        assertThat(relay.lagTime()).isZero();
        relay.take(outbox.write(1, 1));
        nanos += Duration.ofSeconds(3).toNanos();

        assertThat(relay.lag()).isEqualTo(1);
        assertThat(relay.lagTime()).isEqualTo(Duration.ofSeconds(3));
    }

    /** Until nothing is left, as the relay's thread does. */
    private void pump() throws InterruptedException {
        for (int i = 0; i < 1_000 && (relay.step(Duration.ZERO) > 0 || i < 2); i++) {
            assertThat(i).isLessThan(999);
        }
    }

    private CompletableFuture<?> send(Outgoing record) {
        String name = record.headers().getOrDefault("id", "");
        if (name.equals(refused)) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        published.add(name);
        return CompletableFuture.completedFuture(name);
    }
}
