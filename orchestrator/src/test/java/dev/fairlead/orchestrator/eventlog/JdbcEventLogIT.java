package dev.fairlead.orchestrator.eventlog;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.proof.HashChain;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The lease and the append, on a real Postgres. */
class JdbcEventLogIT {

    private static final StreamMark START = StreamMark.start(Pieces.SHOP.stream());
    private static final String RUN_OUT =
            "update lease set until = clock_timestamp() - interval '1 s'";

    private static TestPostgres postgres;
    private DatabaseAddress address;
    private JdbcClient owner;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.started();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void newLog() {
        address = postgres.newLog();
        owner = TestPostgres.sql(address);
    }

    @Test
    void what_was_appended_is_read_back_byte_for_byte() {
        try (var log = new JdbcEventLog(address, "a")) {
            Tenure tenure = log.take().orElseThrow();
            Append batch = Pieces.batch(tenure, START, 3);
            Instant now = log.append(batch);

            assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(
                    Duration.ofSeconds(10));
            List<LoggedEvent> read = log.events(Pieces.SHOP.stream(), 0, 10);
            assertThat(read).hasSize(3);
            StreamMark mark = START;
            for (LoggedEvent event : read) {
                assertThat(event.previous()).isEqualTo(mark.hash());
                assertThat(event.hash()).isEqualTo(HashChain.next(mark.hash(), event.event()));
                mark = mark.after(event);
            }
            assertThat(read).extracting(LoggedEvent::position).containsExactly(1L, 2L, 3L);
            assertThat(log.mark(Pieces.SHOP.stream())).isEqualTo(mark);
            assertThat(log.heads(List.of(Pieces.SHOP.stream()))).extracting(HeadRow::mark)
                    .containsExactly(mark);
        }
    }

    @Test
    void while_one_holds_the_lease_another_does_not_get_it() {
        try (var a = new JdbcEventLog(address, "a"); var b = new JdbcEventLog(address, "b")) {
            Tenure held = a.take().orElseThrow();

            assertThat(b.take()).isEmpty();
            a.release(held);
            assertThat(b.take()).hasValueSatisfying(
                    taken -> assertThat(taken.term()).isEqualTo(held.term() + 1));
        }
    }

    @Test
    void an_old_lease_holder_cannot_append() {
        try (var a = new JdbcEventLog(address, "a"); var b = new JdbcEventLog(address, "b")) {
            Tenure old = a.take().orElseThrow();
            owner.sql(RUN_OUT).update();
            Tenure young = b.take().orElseThrow();

            assertThatThrownBy(() -> a.append(Pieces.batch(old, START, 1)))
                    .isInstanceOf(LostLease.class);
            assertThatThrownBy(() -> a.append(Pieces.empty(old))).isInstanceOf(LostLease.class);
            b.append(Pieces.batch(young, START, 2));
            assertThat(count("event")).isEqualTo(2);
        }
    }

    @Test
    void a_holder_that_was_stopped_and_not_overtaken_goes_on() {
        try (var a = new JdbcEventLog(address, "a")) {
            Tenure tenure = a.take().orElseThrow();
            owner.sql(RUN_OUT).update();

            a.append(Pieces.batch(tenure, START, 1));
            assertThat(count("event")).isEqualTo(1);
        }
    }

    @Test
    void a_position_that_was_taken_already_is_not_taken_twice() {
        try (var a = new JdbcEventLog(address, "a")) {
            Tenure tenure = a.take().orElseThrow();
            Append batch = Pieces.batch(tenure, START, 1);
            a.append(batch);

            assertThatThrownBy(() -> a.append(batch)).isInstanceOf(LostLease.class);
            assertThat(count("event")).isEqualTo(1);
        }
    }

    @Test
    void who_takes_waits_for_an_append_in_its_middle_and_then_does_not_get_the_lease()
            throws Exception {
        try (var a = new JdbcEventLog(address, "a");
                var b = new JdbcEventLog(address, "b");
                Connection brake = TestPostgres.owner(address).getConnection()) {
            Tenure tenure = a.take().orElseThrow();
            hold(brake);
            var appending = CompletableFuture
                    .supplyAsync(() -> a.append(Pieces.batch(tenure, START, 1)));
            awaitBlocked("a");
            var taking = CompletableFuture.supplyAsync(b::take);
            brake.rollback();

            appending.join();
            assertThat(taking.join()).isEmpty();
            assertThat(count("event")).isEqualTo(1);
        }
    }

    @Test
    void a_holder_killed_in_the_middle_of_a_batch_leaves_nothing_of_it() throws Exception {
        try (var a = new JdbcEventLog(address, "a");
                var b = new JdbcEventLog(address, "b");
                Connection brake = TestPostgres.owner(address).getConnection()) {
            Tenure tenure = a.take().orElseThrow();
            hold(brake);
            var appending = CompletableFuture
                    .supplyAsync(() -> a.append(Pieces.batch(tenure, START, 5)));
            awaitBlocked("a");
            owner.sql(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'a'")
                    .query()
                    .listOfRows();

            assertThatThrownBy(appending::join).hasCauseInstanceOf(LostLease.class);
            brake.rollback();
            owner.sql(RUN_OUT).update();
            Tenure young = b.take().orElseThrow();
            assertThat(young.position()).isZero();
            assertThat(count("event")).isZero();
            assertThat(count("outgoing")).isZero();
            b.append(Pieces.batch(young, START, 1));
        }
    }

    @Test
    void a_batch_that_hangs_is_given_up_before_the_lease_runs_out() throws Exception {
        try (var a = new JdbcEventLog(address, "a");
                Connection brake = TestPostgres.owner(address).getConnection()) {
            Tenure tenure = a.take().orElseThrow();
            hold(brake);
            long began = System.nanoTime();

            assertThatThrownBy(() -> a.append(Pieces.batch(tenure, START, 1)))
                    .isInstanceOf(LostLease.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(5));
            brake.rollback();
            assertThat(count("event")).isZero();
        }
    }

    @Test
    void a_head_that_is_not_where_it_was_read_is_doubt() {
        try (var a = new JdbcEventLog(address, "a")) {
            Tenure tenure = a.take().orElseThrow();
            Append first = Pieces.batch(tenure, START, 1);
            a.append(first);
            owner.sql("update target set version = 7").update();
            StreamMark mark = first.heads().getFirst().after().mark();

            assertThatThrownBy(() -> a.append(Pieces.batch(Pieces.after(first), mark, 1)))
                    .isInstanceOf(LostLease.class)
                    .hasMessageContaining("heads");
            assertThat(count("event")).isEqualTo(1);
        }
    }

    @Test
    void another_database_is_noticed_at_the_take() {
        try (var a = new JdbcEventLog(address, "a")) {
            Tenure tenure = a.take().orElseThrow();
            assertThat(tenure.movedHome()).isTrue();
            a.append(Pieces.empty(tenure));

            assertThat(a.take().orElseThrow().movedHome()).isFalse();
            owner.sql("update lease set timeline = '00000009'").update();
            assertThat(a.take().orElseThrow().movedHome()).isTrue();
        }
    }

    private void hold(Connection brake) throws Exception {
        brake.setAutoCommit(false);
        brake.createStatement().execute("lock table outgoing in access exclusive mode");
    }

    private void awaitBlocked(String application) {
        await().until(() -> owner.sql("""
                select count(*) from pg_stat_activity
                where application_name = :name and wait_event_type = 'Lock'
                """).param("name", application).query(Long.class).single() == 1);
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }
}
