package dev.fairlead.orchestrator.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.intake.KafkaIntake;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.LoopReport;
import dev.fairlead.orchestrator.relay.Relay;
import dev.fairlead.orchestrator.relay.RelayTrouble;
import dev.fairlead.topics.Waits;

/** The two threads of the orchestrator: the loop, which waits for its tables first, and the relay. */
final class Running implements SmartLifecycle, Waits {

    /** Time between two tries to reach the database at the start. */
    private static final Duration TRY_EVERY = Duration.ofSeconds(1);
    /** Time for the loop to end its batch. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(10);
    /** Time for the relay to publish what is left. */
    private static final Duration LAST_RECORDS = Duration.ofSeconds(4);
    /** How long the relay waits for something to publish. */
    private static final Duration RELAY_PATIENCE = Duration.ofMillis(200);
    /** The pause after something could not be published. */
    private static final Duration RELAY_PAUSE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final DatabaseAddress owner;
    private final DecisionLoop loop;
    private final Relay relay;
    private final KafkaIntake intake;
    private final SystemClock clock;
    private final Thread loopThread = Thread.ofPlatform().name("loop").unstarted(this::runLoop);
    private final Thread relayThread = Thread.ofPlatform().name("relay").unstarted(this::runRelay);
    private final Thread bellThread;
    private volatile boolean running;
    private volatile @Nullable String migrating = "postgres: the tables are not there yet";

    Running(DatabaseAddress owner, DecisionLoop loop, Relay relay, KafkaIntake intake,
            OrchestratorBeans.Bells bells) {
        this.owner = owner;
        this.loop = loop;
        this.relay = relay;
        this.intake = intake;
        this.clock = bells.clock();
        this.bellThread = Thread.ofPlatform()
                .daemon()
                .name("bell")
                .unstarted(
                        () -> bells.commands().listen(clock::isStopped, clock::pause));
    }

    @Override
    public void start() {
        running = true;
        loopThread.start();
        relayThread.start();
        bellThread.start();
    }

    /** The last batch, the last records, then the lease: who takes over finds nothing half done. */
    @Override
    public void stop() {
        clock.stop();
        intake.wake();
        await(loopThread, LAST_BATCH);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<String> waitingFor() {
        String tables = migrating;
        if (tables != null) {
            return Optional.of(tables);
        }
        LoopReport report = loop.report();
        return switch (report.stage()) {
            case WAITING -> Optional.of(report.detail());
            case STOPPED -> Optional.of("stopped");
            case STANDBY, ACTIVE -> Optional.empty();
        };
    }

    private void runLoop() {
        migrate();
        while (!clock.isStopped()) {
            loop.step();
        }
        await(relayThread, LAST_RECORDS);
        drain();
        loop.stop();
        intake.shutDown();
        LOG.info("loop ended at={}", Instant.now());
    }

    private void migrate() {
        while (!clock.isStopped() && migrating != null) {
            try {
                Migration.run(owner);
                migrating = null;
            } catch (FlywayException e) {
                migrating = "postgres: " + e.getMessage();
                LOG.warn("tables of the log not ready error=\"{}\"", e.getMessage());
                clock.pause(TRY_EVERY);
            }
        }
    }

    private void runRelay() {
        while (!clock.isStopped()) {
            try {
                if (relay.step(RELAY_PATIENCE) == 0 && !relay.isAwake()) {
                    clock.pause(RELAY_PATIENCE);
                }
            } catch (RelayTrouble | DataAccessException e) {
                LOG.warn("relay tries again error=\"{}\"", e.getMessage());
                clock.pause(RELAY_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("relay failed, it tries again", e);
                clock.pause(RELAY_PAUSE);
            }
        }
    }

    private void drain() {
        try {
            relay.drain(LAST_RECORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.info("some records are left for the next instance error=\"{}\"", e.getMessage());
        }
    }

    private static void await(Thread thread, Duration patience) {
        try {
            if (!thread.join(patience)) {
                LOG.warn("thread does not end thread={}", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
