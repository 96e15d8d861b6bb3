package dev.fairlead.events.fact;

import dev.fairlead.events.AnalysisId;
import java.time.Instant;

/**
 * Nothing could be concluded; it counts as nothing and is measured again.
 *
 * @param reason
 *            why
 * @param retryAt
 *            when it is measured again
 */
public record AnalysisHeld(FactHead head, AnalysisId analysis, String reason, Instant retryAt) implements RolloutFact {
}
