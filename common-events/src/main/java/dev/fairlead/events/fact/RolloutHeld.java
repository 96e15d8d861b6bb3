package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * The rollout could go on, but people have not agreed; its weight stays.
 *
 * @param by
 *            what holds it
 * @param measureAt
 *            when it is measured again; does not count while no requests reach the canary
 */
public record RolloutHeld(FactHead head, Hold by, Instant measureAt) implements ConsentFact {

    /** PAUSE: a person or {@code spec.suspend}. The others: a gate of this type. */
    public enum Hold {
        PAUSE, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION
    }
}
