package dev.fairlead.orchestrator.eventlog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.proof.HashChain;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Real processes fight for a real log while they are killed, stopped and let go on. */
class TakeOverIT {

    private static final int PROCESSES = 3;
    private static final int BLOWS = 8;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static TestPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.started();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void whoever_is_killed_or_stopped_the_log_stays_one_dense_chain() throws Exception {
        DatabaseAddress address = postgres.newLog();
        JdbcClient owner = TestPostgres.sql(address);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(spawn(address));
            }
            for (int blow = 0; blow < BLOWS; blow++) {
                long position = position(owner);
                await().atMost(SOON).until(() -> position(owner) > position + 20);
                strike(address, processes, random, owner);
            }
            long position = position(owner);
            await().atMost(SOON).until(() -> position(owner) > position + 20);
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        System.out.println("seed=" + seed + " terms="
                + owner.sql("select term from lease").query(Long.class).single() + " events="
                + position(owner));
        verify(address, owner);
    }

    /** Kills the holder, or stops it until another has taken over and then lets it go on, or cuts its connection. */
    private static void strike(DatabaseAddress address, List<Process> processes, Random random,
            JdbcClient owner) throws Exception {
        long holder = Long.parseLong(
                owner.sql("select holder from lease").query(String.class).single());
        owner.sql("update lease set until = clock_timestamp() + interval '200 ms'").update();
        switch (random.nextInt(3)) {
            case 0 -> {
                processes.stream()
                        .filter(it -> it.pid() == holder)
                        .forEach(Process::destroyForcibly);
                processes.removeIf(it -> it.pid() == holder);
                processes.add(spawn(address));
            }
            case 1 -> {
                signal("STOP", holder);
                await().atMost(SOON)
                        .until(() -> !owner.sql("select holder from lease")
                                .query(String.class)
                                .single()
                                .equals(Long.toString(holder)));
                signal("CONT", holder);
            }
            default -> owner.sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where application_name = :holder
                    """).param("holder", Long.toString(holder)).query().listOfRows();
        }
    }

    private static void verify(DatabaseAddress address, JdbcClient owner) {
        assertThat(owner.sql("select count(*) from event").query(Long.class).single())
                .isEqualTo(position(owner))
                .isEqualTo(owner.sql("select max(position) from event")
                        .query(Long.class)
                        .single());
        try (var log = new JdbcEventLog(address, "verifier")) {
            StreamMark mark = StreamMark.start(Pieces.SHOP.stream());
            List<LoggedEvent> page;
            do {
                page = log.events(mark.stream(), mark.version(), 1_000);
                for (LoggedEvent event : page) {
                    assertThat(event.event().version()).isEqualTo(mark.version() + 1);
                    assertThat(event.hash())
                            .isEqualTo(HashChain.next(mark.hash(), event.event()));
                    mark = mark.after(event);
                }
            } while (!page.isEmpty());
            assertThat(log.heads(List.of(mark.stream())).getFirst().mark()).isEqualTo(mark);
            assertThat(owner.sql("select count(*) from outgoing").query(Long.class).single())
                    .isEqualTo(mark.version());
        }
    }

    private static long position(JdbcClient owner) {
        return owner.sql("select position from lease").query(Long.class).single();
    }

    private static Process spawn(DatabaseAddress address) throws IOException {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), AppendForEver.class.getName(),
                address.url(), address.schema())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
                .isZero();
    }
}
