package dev.fairlead.events.definition;

import java.time.Duration;

/**
 * What an analysis makes of answers that are none, and how long a gate is waited for.
 *
 * @param onNoData
 *            when the store has no value
 * @param onSourceError
 *            when the store cannot be asked
 * @param gateTimeout
 *            after which the gate's default applies
 * @param gateDefault
 *            what then happens
 */
public record Policies(Unanswered onNoData, Unanswered onSourceError, Duration gateTimeout,
        GateDefault gateDefault) {

    /** FAILED counts as a failed check; HOLD counts as nothing and is measured again. */
    public enum Unanswered {
        FAILED, HOLD
    }

    /** REMIND tells people and keeps waiting; ROLLBACK ends the rollout; OPEN goes on. */
    public enum GateDefault {
        REMIND, ROLLBACK, OPEN
    }
}
