package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.AnalysisId;

/**
 * Nothing could be concluded; it counts as nothing and is measured again.
 *
 * @param reason
 *            why
 * @param retryAt
 *            when it is measured again
 */
public record AnalysisHeld(FactHead head, AnalysisId analysis, String reason,
        Instant retryAt) implements RolloutFact {}
