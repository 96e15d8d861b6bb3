package dev.fairlead.orchestrator.boot;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.NoteSigner;
import dev.fairlead.orchestrator.api.AuditApi;
import dev.fairlead.orchestrator.eventlog.CheckpointRows;
import dev.fairlead.orchestrator.eventlog.LogAudit;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LogScan;
import dev.fairlead.orchestrator.eventlog.TreeNodes;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.LoopReport;
import dev.fairlead.orchestrator.notary.CheckpointOutlet;
import dev.fairlead.orchestrator.notary.Notary;
import dev.fairlead.orchestrator.notary.TopicOutlet;
import dev.fairlead.topics.publish.ProducerLine;

/** What makes the log provable. */
@Configuration(proxyBeanMethods = false)
class NotaryBeans {

    @Bean
    CheckpointRows checkpointRows(Pools pools) {
        return new CheckpointRows(pools.readers(), pools.writers());
    }

    @Bean
    AuditApi auditApi(Pools pools, CheckpointRows rows, LogReader log, Signing signing) {
        return new AuditApi(new LogAudit(pools.readers()), new AuditApi.Proofs(rows,
                new TreeNodes(pools.readers()), new LogScan(pools.readers()), log),
                signing.signer().map(NoteSigner::key));
    }

    @Bean
    Signing signing(AuditSettings settings) throws IOException {
        return new Signing(settings.signer());
    }

    @Bean
    NotaryThread notaryThread(AuditSettings settings, Signing signing, LogReader log,
            CheckpointRows rows, ProducerLine line, DecisionLoop loop) {
        List<CheckpointOutlet> outlets = new ArrayList<>(settings.outlets());
        outlets.add(new TopicOutlet(line, settings.logName()));
        return new NotaryThread(loop, signing.signer()
                .map(signer -> new Notary(signer, leaves(log, loop), rows, outlets,
                        InstantSource.system(), settings.checkpointEvery())));
    }

    @Bean
    MeterBinder notaryMeters(NotaryThread thread) {
        return registry -> Gauge.builder("fairlead.checkpoint.age", thread, NotaryThread::age)
                .description("Time since the newest checkpoint was signed; NaN before the first")
                .baseUnit("seconds")
                .register(registry);
    }

    private static Notary.Leaves leaves(LogReader log, DecisionLoop loop) {
        return new Notary.Leaves() {

            @Override
            public long size() {
                return loop.report().position();
            }

            @Override
            public List<Hash> after(long position, int limit) {
                return log.hashes(position, limit);
            }
        };
    }

    /** Who signs; nobody without a key. */
    record Signing(Optional<NoteSigner> signer) {}

    /** Asks the notary once a second while this instance is the active one. */
    static final class NotaryThread implements SmartLifecycle {

        private static final Duration LAST = Duration.ofSeconds(15);

        private final DecisionLoop loop;
        private final Optional<Notary> notary;
        private final SystemClock clock = new SystemClock();
        private final Thread thread = Thread.ofPlatform().name("notary").unstarted(this::run);
        private volatile boolean running;

        NotaryThread(DecisionLoop loop, Optional<Notary> notary) {
            this.loop = loop;
            this.notary = notary;
        }

        double age() {
            return notary.map(Notary::newest)
                    .filter(it -> it.getEpochSecond() > 0)
                    .map(it -> (System.currentTimeMillis() - it.toEpochMilli()) / 1e3)
                    .orElse(Double.NaN);
        }

        @Override
        public void start() {
            running = true;
            thread.start();
        }

        @Override
        public void stop() {
            clock.stop();
            try {
                if (!thread.join(LAST)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        private void run() {
            while (!clock.isStopped() && notary.isPresent()) {
                Rounds.one(notary.get(), loop.report().stage() == LoopReport.Stage.ACTIVE);
                clock.pause(Duration.ofSeconds(1));
            }
        }
    }
}
