package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.Life;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.inbox.Inbox;
import dev.fairlead.orchestrator.inbox.PersonRequests;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The loop on a real Postgres: what it appends, what it survives. */
class DecisionLoopIT {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final TargetKey CART = new TargetKey("eu-1", "prod", "cart");

    private static TestPostgres postgres;
    private LoopWorld world;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.started();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void newWorld() {
        world = new LoopWorld(postgres.newLog());
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void what_is_heard_is_appended_with_its_head_its_offset_and_its_orders() throws Exception {
        register(SHOP);
        world.run(3);
        world.relay.step(Duration.ZERO);

        assertThat(world.types(SHOP)).isNotEmpty();
        assertThat(world.count("target")).isEqualTo(1);
        assertThat(world.count("definition")).isPositive();
        assertThat(world.owner.sql("select next from intake_offset").query(Long.class).single())
                .isEqualTo(2);
        assertThat(world.published).isNotEmpty()
                .allMatch(record -> record.key().equals(SHOP.toString()));
    }

    @Test
    void every_head_is_its_stream_folded() {
        register(SHOP);
        register(CART);
        world.run(3);
        awaitTimer(SHOP);
        world.run(2);

        world.owner.sql("update target set schema = 9999").update();
        var reader = new LogReader(TestPostgres.owner(world.address));
        var folded = List.of(reader.target(SHOP).orElseThrow(),
                reader.target(CART).orElseThrow());
        world.owner.sql("update target set schema = 1").update();
        var stored = List.of(reader.target(SHOP).orElseThrow(),
                reader.target(CART).orElseThrow());
        assertThat(stored).isEqualTo(folded);
    }

    @Test
    void positions_are_dense_and_every_stream_is_a_chain() {
        register(SHOP);
        register(CART);
        world.run(3);

        assertThat(world.owner.sql("select position from event order by position")
                .query(Long.class)
                .list()).startsWith(1L, 2L, 3L)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(world.count("event"));
        var reader = new LogReader(TestPostgres.owner(world.address));
        List<LoggedEvent> events = reader.events(SHOP.stream(), 0, 100);
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).previous()).isEqualTo(events.get(i - 1).hash());
        }
    }

    @Test
    void a_killed_loop_goes_on_exactly_where_it_had_read() {
        register(SHOP);
        world.run(3);
        List<String> before = world.types(SHOP);
        world.kill();
        world.start();
        world.intake.opened().clear();
        register(CART);
        world.run(3);

        assertThat(world.intake.opened().getFirst())
                .containsExactly(new ReadOffset("observations", "id", 0, 2));
        assertThat(world.types(SHOP)).isEqualTo(before);
        assertThat(world.types(CART)).isNotEmpty();
        assertThat(world.engineTypes()).containsExactly("EpochBegun");
    }

    @Test
    void a_batch_that_was_not_committed_is_heard_again() {
        world.run(2);
        world.owner.sql("update lease set term = term + 1, holder = 'other'").update();
        register(SHOP);
        world.run(1);
        assertThat(world.types(SHOP)).isEmpty();
        assertThat(world.loop.report().stage()).isEqualTo(LoopReport.Stage.WAITING);
        world.run(1);
        assertThat(world.loop.report().stage()).isEqualTo(LoopReport.Stage.STANDBY);
        world.owner.sql("update lease set until = clock_timestamp() - interval '1 s'").update();
        world.run(3);

        assertThat(world.types(SHOP)).isNotEmpty();
    }

    @Test
    void a_bug_stops_its_target_alone_until_a_person_retries() throws Exception {
        register(SHOP);
        world.run(2);
        world.intake.say(new RevisionDetected(SHOP, new Life("uid"), marks(9), null, 1));
        register(CART);
        world.run(2);
        world.relay.step(Duration.ZERO);
        world.relay.step(Duration.ZERO);

        assertThat(world.engineTypes()).containsExactly("EpochBegun", "TargetHalted");
        assertThat(world.types(CART)).isNotEmpty();
        assertThat(world.published).anyMatch(record -> record.topic().equals("observations.dead")
                && record.body().length == 2 && record.headers().containsKey("h"));
        assertThat(world.loop.report().halted()).isEqualTo(1);

        world.kill();
        world.start();
        world.run(2);
        assertThat(world.loop.report().halted()).isEqualTo(1);
        world.restatements.clear();
        String answer = ask("retry-1", SHOP.toString());
        assertThat(answer).contains("true");
        assertThat(world.loop.report().halted()).isZero();
        assertThat(world.restatements)
                .containsExactly(new RestateRequested("eu-1", List.of(SHOP)));
    }

    @Test
    void a_record_that_is_no_word_is_parked_and_the_others_go_on() throws Exception {
        world.intake.sayNonsense("Expected a word, but got noise");
        register(SHOP);
        world.run(3);
        world.relay.step(Duration.ZERO);

        assertThat(world.engineTypes()).contains("RecordParked");
        assertThat(world.published)
                .anyMatch(record -> record.topic().equals("observations.dead"));
        assertThat(world.types(SHOP)).isNotEmpty();
    }

    @Test
    void facts_that_the_database_refuses_stop_their_target_alone() {
        register(SHOP);
        world.run(2);
        world.owner.sql(
                "alter table event add constraint odd check (stream not like '%shop' or version < 9)")
                .update();
        for (int i = 3; i < 20; i++) {
            world.intake.say(Claims.definition(SHOP, "uid-" + i, i, 1));
        }
        register(CART);
        world.run(20);

        assertThat(world.engineTypes()).containsExactly("EpochBegun", "TargetHalted");
        assertThat(world.types(SHOP).size()).isBetween(6, 8);
        assertThat(world.types(CART)).isNotEmpty();
        assertThat(world.owner.sql("select next from intake_offset").query(Long.class).single())
                .isEqualTo(21);
    }

    @Test
    void timers_fire_after_a_restart() {
        register(SHOP);
        world.run(3);
        int before = world.types(SHOP).size();
        world.kill();
        world.start();
        world.run(1);
        awaitTimer(SHOP);
        world.run(3);

        assertThat(world.types(SHOP).size()).isGreaterThan(before);
    }

    @Test
    void a_cluster_that_may_have_lost_records_is_asked_to_restate() {
        world.run(3);
        world.restatements.clear();
        world.intake.lose("eu-1");
        world.run(2);

        assertThat(world.restatements).containsExactly(new RestateRequested("eu-1", List.of()));
    }

    @Test
    void a_target_that_is_not_restated_for_three_periods_is_asked_for() {
        register(SHOP);
        world.run(3);
        world.restatements.clear();
        world.pass(Restatements.OVERDUE.plusSeconds(1));
        world.run(3);

        assertThat(world.restatements)
                .containsExactly(new RestateRequested("eu-1", List.of(SHOP)));
    }

    @Test
    void a_request_that_comes_too_late_or_is_unknown_is_refused() {
        world.run(2);

        assertThat(ask("a", "nonsense")).contains("false", "cluster/namespace/name");
        assertThat(ask("b", SHOP.toString())).contains("false", "TargetUnknown");
        world.owner.sql("update command set answer = null, expires = now() - interval '1 s'")
                .update();
        world.pass(Hearing.LOOK_FOR_PEOPLE);
        world.run(2);
        assertThat(world.owner.sql("select answer from command where id = 'a'")
                .query(String.class)
                .single()).contains("Expired");
    }

    private String ask(String id, String target) {
        var inbox = new Inbox(TestPostgres.owner(world.address));
        var asked = new AskedCommand(id, inbox.actor("kim"), target, PersonRequests.RETRY_TARGET,
                "{}", java.time.Instant.now().plusSeconds(60));
        assertThat(inbox.handIn(asked)).isTrue();
        assertThat(inbox.handIn(asked)).isTrue();
        assertThat(inbox.handIn(new AskedCommand(id, asked.actor(), target, asked.type(),
                "{\"other\":1}", asked.expires()))).isFalse();
        world.pass(Hearing.LOOK_FOR_PEOPLE);
        world.run(2);
        return inbox.answer(id).orElseThrow();
    }

    private void register(TargetKey target) {
        world.intake.say(Claims.definition(target, "uid", 1, 1));
        world.intake.say(Claims.revision(target, "uid", 2, "v1"));
    }

    /** The deadline lies in the log's time, which is the database's. */
    private void awaitTimer(TargetKey target) {
        Duration left = Duration.between(java.time.Instant.now(), world.nextDue(target));
        world.pass(left.plusSeconds(1));
    }

    private static Seen marks(long resourceVersion) {
        return Claims.revision(SHOP, "uid", resourceVersion, "v").workload();
    }
}
