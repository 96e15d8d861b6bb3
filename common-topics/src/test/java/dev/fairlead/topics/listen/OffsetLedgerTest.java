package dev.fairlead.topics.listen;

import java.util.List;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OffsetLedgerTest {

    private static final TopicPartition P0 = new TopicPartition("t", 0);

    private final OffsetLedger ledger = new OffsetLedger();

    @Test
    void only_the_lowest_unfinished_is_committed() {
        take(4, 5, 6);
        ledger.done(P0, 5);
        ledger.done(P0, 6);
        assertThat(committable()).isEqualTo(4);
        ledger.done(P0, 4);
        assertThat(committable()).isEqualTo(7);
        assertThat(ledger.open()).isZero();
    }

    @Test
    void what_was_committed_is_not_committed_again() {
        take(4);
        ledger.done(P0, 4);
        ledger.committed(ledger.committable());
        assertThat(ledger.committable()).isEmpty();
    }

    @Test
    void a_lost_partition_no_longer_counts() {
        take(4, 5);
        ledger.forget(List.of(P0));
        ledger.done(P0, 4);
        assertThat(ledger.open()).isZero();
        assertThat(ledger.committable()).isEmpty();
    }

    private void take(long... offsets) {
        for (long offset : offsets) {
            ledger.taken(P0, offset);
        }
    }

    private long committable() {
        return ledger.committable().get(P0).offset();
    }
}
