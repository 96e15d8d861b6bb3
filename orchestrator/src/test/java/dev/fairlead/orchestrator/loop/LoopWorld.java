package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.eventlog.JdbcEventLog;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.inbox.PersonRequests;
import dev.fairlead.orchestrator.relay.JdbcOutbox;
import dev.fairlead.orchestrator.relay.Relay;
import dev.fairlead.orchestrator.testlog.TestPostgres;
import dev.fairlead.orchestrator.timer.Eyes;
import dev.fairlead.orchestrator.timer.TimerHeap;

/** A loop on a real Postgres with topics in memory; its processes can be killed and started. */
final class LoopWorld implements AutoCloseable {

    final FakeClock clock = new FakeClock();
    final FakeIntake intake = new FakeIntake(clock);
    final List<RestateRequested> restatements = new ArrayList<>();
    final List<Outgoing> published = new ArrayList<>();
    final DatabaseAddress address;
    final JdbcClient owner;
    private int processes;
    private JdbcEventLog log;
    DecisionLoop loop;
    TimerHeap timers;
    Relay relay;

    LoopWorld(DatabaseAddress address) {
        this.address = address;
        this.owner = TestPostgres.sql(address);
        start();
    }

    /** Another process, whatever became of the one before. */
    void start() {
        processes++;
        log = new JdbcEventLog(address, "process-" + processes);
        var eyes = new Eyes(intake, clock, List.of("eu-1"));
        timers = new TimerHeap(eyes);
        relay = new Relay(new JdbcOutbox(TestPostgres.owner(address)), record -> {
            published.add(record);
            return CompletableFuture.completedFuture(record);
        }, clock::nanos);
        var outside = new Outside(clock, log, intake, timers, eyes, new PersonRequests(),
                request -> {
                    restatements.add(request);
                    return CompletableFuture.completedFuture(request);
                }, relay);
        loop = new DecisionLoop(outside, new Fleet(Map.of("eu-1", "default")));
    }

    /** As a kill does: nothing is given back; the lease runs out. */
    void kill() {
        log.close();
        owner.sql("update lease set until = clock_timestamp() - interval '1 s'").update();
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            loop.step();
        }
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    List<String> types(TargetKey target) {
        return owner.sql("select type from event where stream = :stream order by version")
                .param("stream", target.stream())
                .query(String.class)
                .list();
    }

    List<String> engineTypes() {
        return owner.sql("select type from event where stream = 'engine' order by version")
                .query(String.class)
                .list();
    }

    /** Makes what is due due, by moving the deadlines instead of waiting. */
    Instant nextDue(TargetKey target) {
        return owner.sql("select next_due from target where stream = :stream")
                .param("stream", target.stream())
                .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class)
                        .toInstant())
                .single();
    }

    long count(String what) {
        return owner.sql("select count(*) from " + what).query(Long.class).single();
    }

    @Override
    public void close() {
        log.close();
    }
}
