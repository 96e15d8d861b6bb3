package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.report.ChangeRefused.Reason;

/**
 * A generated object that was lost cannot be made again.
 *
 * @param message
 *            the router's, for people
 * @param retryAt
 *            when it is ordered again
 */
public record RemakeRefused(FactHead head, Reason reason, String message,
        Instant retryAt) implements RolloutFact {}
