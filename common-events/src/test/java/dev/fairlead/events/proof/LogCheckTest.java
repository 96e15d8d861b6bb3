package dev.fairlead.events.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.fairlead.events.proof.LogCheck.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class LogCheckTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void a_log_that_nobody_touched_is_intact() {
        List<Row> log = log(50);
        Verdict verdict = check(log, checkpoint(log, 20), checkpoint(log, 50));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.events()).isEqualTo(50);
        assertThat(verdict.checkpoints()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 49})
    void the_first_event_that_was_changed_is_named(int changed) {
        List<Row> log = log(50);
        Row row = log.get(changed);
        log.set(changed, new Row(row.position(), event(row, "another body"), row.previous(),
                row.hash()));
        assertThat(check(log).first().orElseThrow().position()).isEqualTo(changed + 1L);
    }

    @Test
    void a_chain_that_was_made_anew_is_found_by_the_checkpoint() {
        List<Row> log = log(50);
        Checkpoint honest = checkpoint(log, 50);
        List<Row> forged = new Chain().rows(50, 7);
        assertThat(check(forged).isIntact()).isTrue();
        assertThat(check(forged, honest).first().orElseThrow().reason())
                .contains("something was rewritten");
    }

    @Test
    void an_end_that_was_cut_is_found_by_the_checkpoint_and_by_the_heads() {
        List<Row> log = log(50);
        List<Row> cut = log.subList(0, 40);
        assertThat(check(cut).isIntact()).isTrue();
        assertThat(check(cut, checkpoint(log, 50)).first().orElseThrow().reason())
                .contains("40 events")
                .contains("50");

        LogCheck check = LogCheck.ofAll(List.of());
        Row last = log.getLast();
        check.awaits(last.event().stream(), last.event().version(), last.hash());
        cut.forEach(row -> row.to(check));
        assertThat(check.verdict().first().orElseThrow().reason()).contains("ends at");
    }

    @Test
    void random_tampering_is_always_found() {
        Random random = new Random(1);
        List<Row> log = log(60);
        Checkpoint end = checkpoint(log, 60);
        for (int i = 0; i < 300; i++) {
            assertThat(check(tampered(log, random), end).isIntact()).isFalse();
        }
    }

    @Test
    void one_stream_is_checked_by_itself() {
        LogCheck check = LogCheck.ofStreams();
        List<Row> one = log(50).stream().filter(it -> it.event().stream().equals("s1")).toList();
        one.forEach(row -> row.to(check));
        assertThat(check.verdict().isIntact()).isTrue();

        LogCheck gap = LogCheck.ofStreams();
        one.stream().skip(1).forEach(row -> row.to(gap));
        assertThat(gap.verdict().first().orElseThrow().reason()).contains("version 1");
    }

    private static List<Row> tampered(List<Row> log, Random random) {
        List<Row> rows = new ArrayList<>(log);
        int at = random.nextInt(rows.size());
        switch (random.nextInt(5)) {
            case 0 -> rows.remove(at);
            case 1 -> rows.set(at, new Row(at + 1, event(rows.get(at), "x" + at),
                    rows.get(at).previous(), rows.get(at).hash()));
            case 2 -> {
                Row row = rows.get(at);
                byte[] hash = row.hash().bytes();
                hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                rows.set(at, new Row(row.position(), row.event(), row.previous(), Hash.of(hash)));
            }
            case 3 -> rows.add(at, rows.get(at));
            default -> {
                int other = (at + 1 + random.nextInt(rows.size() - 1)) % rows.size();
                Row row = rows.get(at);
                rows.set(at, rows.get(other));
                rows.set(other, row);
            }
        }
        return rows;
    }

    private static HashedEvent event(Row row, String body) {
        HashedEvent it = row.event();
        return new HashedEvent(it.epoch(), it.stream(), it.version(), it.type(), it.schema(),
                it.ids(), it.time(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict check(List<Row> log, Checkpoint... checkpoints) {
        LogCheck check = LogCheck.ofAll(List.of(checkpoints));
        log.forEach(row -> row.to(check));
        return check.verdict();
    }

    private static Checkpoint checkpoint(List<Row> log, int size) {
        MerkleTree tree = new MerkleTree();
        log.subList(0, size).forEach(row -> tree.add(row.hash()));
        return new Checkpoint("log", size, tree.root(), NOON);
    }

    private static List<Row> log(int count) {
        return new Chain().rows(count, -1);
    }

    private record Row(long position, HashedEvent event, Hash previous, Hash hash) {

        void to(LogCheck check) {
            check.add(position, event, previous, hash);
        }
    }

    private static final class Chain {

        private final Map<String, Row> last = new HashMap<>();

        /** Five streams; the body of one event may be another. */
        List<Row> rows(int count, int other) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String stream = "s" + i % 5;
                Row before = last.get(stream);
                Hash previous = before == null ? Hash.ZERO : before.hash();
                HashedEvent event = new HashedEvent(1, stream,
                        before == null ? 1 : before.event().version() + 1, "Fact", 1,
                        HashedEvent.Ids.NONE, NOON,
                        ("body" + i + (i == other ? "!" : "")).getBytes(StandardCharsets.UTF_8));
                Row row = new Row(i + 1, event, previous, HashChain.next(previous, event));
                last.put(stream, row);
                rows.add(row);
            }
            return rows;
        }
    }
}
