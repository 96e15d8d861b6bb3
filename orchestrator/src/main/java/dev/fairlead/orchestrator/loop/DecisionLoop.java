package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.orchestrator.eventlog.LostLease;
import dev.fairlead.orchestrator.eventlog.RefusedContent;
import dev.fairlead.orchestrator.eventlog.Tenure;
import dev.fairlead.orchestrator.loop.LoopReport.Stage;

/**
 * The one loop: stands by until the lease is free, then decides and appends until there is any
 * doubt; then it takes a new term and loads again. One thread calls {@link #step} and
 * {@link #stop}.
 */
public final class DecisionLoop {

    /** Time between two tries for the lease, or for what is missing outside. */
    static final Duration TRY_EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLoop.class);

    private final Outside outside;
    private final Fleet fleet;
    private final Suspects suspects = new Suspects();
    private @Nullable Term term;
    private long decided;
    private volatile LoopReport report = LoopReport.STARTING;

    public DecisionLoop(Outside outside, Fleet fleet) {
        this.outside = outside;
        this.fleet = fleet;
    }

    /** One turn, of about a second at most while nothing happens. */
    public void step() {
        try {
            Term held = term;
            if (held == null) {
                tryForLease();
            } else {
                held.cycle();
                report = held.report(Stage.ACTIVE, decided);
            }
        } catch (LostLease e) {
            if (e instanceof RefusedContent) {
                suspects.refused();
            }
            stepDown(Stage.WAITING, String.valueOf(e.getMessage()));
            outside.clock().pause(TRY_EVERY);
        } catch (RuntimeException e) {
            LOG.error("loop failed, it begins anew", e);
            stepDown(Stage.WAITING, e.toString());
            outside.clock().pause(TRY_EVERY);
        }
    }

    /** Gives up the lease in order, so that another takes over at once. */
    public void stop() {
        Term held = term;
        if (held != null) {
            try {
                outside.log().release(held.tenure());
            } catch (LostLease e) {
                LOG.info("lease not given back, it runs out error=\"{}\"", e.getMessage());
            }
            outside.intake().close();
            term = null;
        }
        outside.log().close();
        report = waiting(Stage.STOPPED, "stopped");
    }

    /** What it is doing. May be asked by any thread. */
    public LoopReport report() {
        return report;
    }

    private void tryForLease() {
        String missing = outside.intake().prepare();
        if (!missing.isEmpty()) {
            report = waiting(Stage.WAITING, missing);
            outside.clock().pause(TRY_EVERY);
            return;
        }
        Optional<Tenure> taken = outside.log().take();
        if (taken.isEmpty()) {
            report = waiting(Stage.STANDBY, "another instance is active");
            outside.clock().pause(TRY_EVERY);
            return;
        }
        Term begun = new Term(outside, fleet, taken.get(), suspects);
        term = begun;
        begun.begin();
        report = begun.report(Stage.ACTIVE, decided);
    }

    private void stepDown(Stage stage, String reason) {
        LOG.warn("stepped down term={} reason=\"{}\"", report.term(), reason);
        Term held = term;
        decided += held == null ? 0 : held.decisions();
        term = null;
        outside.relay().end();
        outside.intake().close();
        outside.timers().clear();
        outside.log().close();
        report = waiting(stage, reason);
    }

    private LoopReport waiting(Stage stage, String detail) {
        LoopReport last = report;
        return new LoopReport(stage, detail, last.term(), last.position(), last.renewed(),
                last.halted(), 0, decided);
    }
}
