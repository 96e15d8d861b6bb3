package dev.fairlead.orchestrator.rollout;

import java.time.Instant;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.report.Report;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;

/** Something that the target's state is to take into account. Complete: time and ids inside. */
public sealed interface Command {

    /** The target concerned. */
    TargetKey target();

    /** The moment of the decision, by the log's clock. */
    Instant at();

    /** Take into account what a watcher claims. */
    record RecordObservation(Observation observation, Instant at) implements Command {

        @Override
        public TargetKey target() {
            return observation.target();
        }
    }

    /** Take into account what a worker answers. */
    record RecordReport(Report report, Instant at) implements Command {

        @Override
        public TargetKey target() {
            return report.order().target();
        }
    }

    /** A deadline of the state has come. */
    record ElapseTimer(TargetKey target, DeadlineKind kind, Instant due,
            Instant at) implements Command {}
}
