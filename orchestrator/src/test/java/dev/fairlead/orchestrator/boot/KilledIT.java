package dev.fairlead.orchestrator.boot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Orchestrators as processes, killed while there is work: nothing is lost, little is repeated. */
class KilledIT {

    private static final int KILLS = 2;
    private static final int TARGETS_EACH = 40;
    private static final Duration SOON = Duration.ofSeconds(120);

    @Test
    void whatever_was_said_is_decided_once_and_every_order_goes_out_in_order() throws Exception {
        try (var town = new Town()) {
            DatabaseAddress log = town.postgres.newLog();
            JdbcClient owner = TestPostgres.sql(log);
            List<Process> processes = new ArrayList<>(List.of(town.spawn(log), town.spawn(log)));
            try {
                await().atMost(SOON).until(() -> count(owner, "event") > 0);
                for (int kill = 0; kill < KILLS; kill++) {
                    registerMore(town, kill * TARGETS_EACH);
                    killActive(processes, owner);
                    processes.add(town.spawn(log));
                    await().atMost(SOON)
                            .until(() -> active(owner, processes), Optional::isPresent);
                }
                await().atMost(SOON).until(() -> count(owner, "target") == KILLS * TARGETS_EACH);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(ids(town.orders()))
                                .containsAll(stored(owner)));
            } finally {
                processes.forEach(Process::destroyForcibly);
            }
            verify(town, owner);
        }
    }

    private static void registerMore(Town town, int from) {
        for (int i = 0; i < TARGETS_EACH; i++) {
            register(town, from + i);
        }
    }

    private static void killActive(List<Process> processes, JdbcClient owner)
            throws InterruptedException {
        Process active = await().atMost(SOON)
                .until(() -> active(owner, processes), Optional::isPresent)
                .orElseThrow();
        active.destroyForcibly().waitFor();
        processes.remove(active);
    }

    private static void verify(Town town, JdbcClient owner) {
        assertThat(owner.sql("select count(*) = max(position) from event")
                .query(Boolean.class)
                .single()).isTrue();
        assertThat(owner.sql("select count(*) from event where type = 'TargetRegistered'")
                .query(Long.class)
                .single()).isEqualTo(KILLS * TARGETS_EACH);
        List<ConsumerRecord<String, byte[]>> orders = town.orders();
        Map<String, Long> newest = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (ConsumerRecord<String, byte[]> order : orders) {
            if (seen.add(header(order, "ce_id"))) {
                long version = Long.parseLong(header(order, "ce_streamversion"));
                assertThat(version).isGreaterThanOrEqualTo(
                        newest.getOrDefault(order.key(), 0L));
                newest.put(order.key(), version);
            }
        }
        assertThat(orders.size() - seen.size()).as("repeated orders")
                .isLessThan(seen.size() / 2);
    }

    private static Optional<Process> active(JdbcClient owner, List<Process> processes) {
        return processes.stream().filter(it -> isActive(owner, it)).findFirst();
    }

    /** The holder names itself to the database by its process. */
    private static boolean isActive(JdbcClient owner, Process process) {
        return process.isAlive() && owner.sql("""
                select count(*) from lease
                where holder like :holder and until > clock_timestamp()
                """)
                .param("holder", "orchestrator/" + process.pid() + "/%")
                .query(Long.class)
                .single() == 1;
    }

    private static void register(Town town, int number) {
        TargetKey target = new TargetKey("eu-1", "prod", "shop-" + number);
        town.say(Claims.definition(target, "uid", 1, 1));
        town.say(Claims.revision(target, "uid", 2, "v1"));
    }

    private static List<String> stored(JdbcClient owner) {
        return owner.sql("""
                select headers::json ->> 'ce_id' from outgoing
                where topic = 'fairlead.order.change.eu-1'
                """).query(String.class).list();
    }

    private static List<String> ids(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(record -> header(record, "ce_id")).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static long count(JdbcClient owner, String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }
}
