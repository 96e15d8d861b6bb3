package dev.fairlead.orchestrator.boot;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.inbox.Inbox;
import dev.fairlead.orchestrator.inbox.PersonRequests;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole orchestrator, one and two of them, while what they stand on comes and goes. */
class OrchestratorIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** The lease is given back; without that it would be 5 s until it runs out, and a try. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);
    private static int targets;

    private static Town town;
    private final TargetKey shop = new TargetKey("eu-1", "prod", "shop-" + ++targets);
    private DatabaseAddress log;
    private ConfigurableApplicationContext first;

    @BeforeAll
    static void start() {
        town = new Town();
    }

    @AfterAll
    static void stop() throws Exception {
        town.close();
    }

    @BeforeEach
    void run() {
        log = town.postgres.newLog();
        first = town.run(log);
        await().atMost(SOON).untilAsserted(() -> assertThat(town.ready(first)).isTrue());
    }

    @AfterEach
    void end() {
        first.close();
    }

    @Test
    void an_observation_becomes_facts_and_orders_and_is_shown() {
        register("uid-1");

        assertThat(town.body(first, "/api/v1/targets")).contains(shop.toString());
        assertThat(town.body(first, "/api/v1/targets/" + shop)).contains("\"why\"", "uid-1");
        assertThat(town.body(first, "/api/v1/targets/" + shop + "/events")).contains(
                "TargetRegistered", "RecordObservation", "sha256:");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(town.body(first, "/actuator/prometheus")).contains(
                        "fairlead_loop_active 1.0", "fairlead_relay_lag_events",
                        "fairlead_targets_halted 0.0", "flagger_info{mesh_provider=\"istio\"",
                        "flagger_canary_total{namespace=\"" + shop.namespace() + "\"} ",
                        "flagger_canary_status{name="));
    }

    @Test
    void the_next_instance_stands_by_and_goes_on_at_once() {
        register("uid-1");
        try (var second = town.run(log)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(town.ready(second)).isTrue());
            assertThat(town.body(second, "/actuator/prometheus"))
                    .contains("fairlead_loop_active 0.0");
            assertThat(town.body(second, "/api/v1/targets")).contains(shop.toString());
            first.close();
            await().atMost(TAKE_OVER)
                    .untilAsserted(
                            () -> assertThat(town.body(second, "/actuator/prometheus"))
                                    .contains("fairlead_loop_active 1.0"));
            register("uid-2");
            assertThat(epochs()).isEqualTo(1);
        }
    }

    @Test
    void while_kafka_is_away_it_says_so_and_nothing_is_lost() {
        register("uid-1");
        town.kafka.stop();
        await().atMost(SOON).untilAsserted(() -> assertThat(town.ready(first)).isFalse());
        assertThat(town.text(first, "/actuator/health/readiness")).contains("kafka at");
        town.kafka.start();
        register("uid-2");

        await().atMost(SOON).untilAsserted(() -> assertThat(town.ready(first)).isTrue());
        assertThat(epochs()).isEqualTo(1);
    }

    @Test
    void while_postgres_cuts_every_connection_nothing_is_lost() {
        register("uid-1");
        for (int i = 0; i < 3; i++) {
            cut();
            register("uid-" + (i + 2));
        }

        assertThat(epochs()).isEqualTo(1);
        assertThat(TestPostgres.sql(log)
                .sql("select count(*) = max(position) from event")
                .query(Boolean.class)
                .single()).isTrue();
    }

    @Test
    void what_a_person_asks_is_answered_at_once() {
        var inbox = first.getBean(Inbox.class);
        var asked = new AskedCommand("ask-1", inbox.actor("kim"), shop.toString(),
                PersonRequests.RETRY_TARGET, "{}", Instant.now().plusSeconds(60));
        assertThat(inbox.handIn(asked)).isTrue();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(inbox.answer("ask-1")).hasValueSatisfying(
                                answer -> assertThat(answer)
                                        .contains("TargetUnknown", "nothing is known of")));
    }

    @Test
    void a_question_that_makes_no_sense_gets_an_answer_that_does() {
        assertThat(town.text(first, "/api/v1/targets/eu-1/prod/nobody")).contains(
                "nothing is known of", "eu-1/prod/nobody");
        assertThat(town.text(first, "/api/v1/targets?limit=0"))
                .contains("Expected a number from 1 to 1000 as limit, but got");
    }

    /** Says that the target is there, and waits for the orders that follow. */
    private void register(String uid) {
        int before = town.orders(shop);
        town.say(Claims.definition(shop, uid, 1, 1));
        town.say(Claims.revision(shop, uid, 2, "v-" + uid));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(town.orders(shop)).isGreaterThan(before));
    }

    private void cut() {
        TestPostgres.sql(log).sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """).query().listOfRows();
    }

    private long epochs() {
        return TestPostgres.sql(log)
                .sql("select count(*) from event where type = 'EpochBegun'")
                .query(Long.class)
                .single();
    }
}
