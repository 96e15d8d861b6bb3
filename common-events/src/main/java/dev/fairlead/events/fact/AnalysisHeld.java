package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.AnalysisId;

/**
 * Nothing could be concluded; it counts as nothing and is measured again.
 *
 * @param reason
 *            why
 * @param sourceLost
 *            whether a metric store could not be asked
 * @param retryAt
 *            when it is measured again
 */
public record AnalysisHeld(FactHead head, AnalysisId analysis, String reason,
        boolean sourceLost, Instant retryAt) implements RolloutFact {}
