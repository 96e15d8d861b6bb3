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

    /** What a person asks for; done, or refused with a reason. */
    sealed interface Personal extends Command {

        /** Who asks, and why. */
        Asked asked();
    }

    /** Let the weight stay as it is. */
    record PauseRollout(TargetKey target, Asked asked, Instant at) implements Personal {}

    /** Go on after a pause. */
    record ResumeRollout(TargetKey target, Asked asked, Instant at) implements Personal {}

    /** Promote without what is left of the analysis. */
    record PromoteRollout(TargetKey target, Asked asked, Instant at) implements Personal {}

    /** All requests to the primary, and give the revision up. */
    record AbortRollout(TargetKey target, Asked asked, Instant at) implements Personal {}

    /** Try again what was given up, stalled or refused. */
    record RetryRollout(TargetKey target, Asked asked, Instant at) implements Personal {}

    /**
     * Open a gate.
     *
     * @param gate
     *            as the Canary names it, such as {@code confirm-promotion}; empty for the one that
     *            is waited for
     */
    record ApproveGate(TargetKey target, String gate, Asked asked,
            Instant at) implements Personal {}

    /** Shut a gate; {@code gate} as with {@link ApproveGate}. */
    record RejectGate(TargetKey target, String gate, Asked asked,
            Instant at) implements Personal {}
}
