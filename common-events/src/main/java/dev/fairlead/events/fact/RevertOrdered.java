package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * A Canary that is being deleted is to leave nothing behind.
 *
 * @param adopted
 *            whether what was adopted is to be given back; else the Canary is to be let go
 * @param due
 *            when it is ordered again if nobody answers
 */
public record RevertOrdered(FactHead head, boolean adopted, Instant due) implements DeletionFact {}
