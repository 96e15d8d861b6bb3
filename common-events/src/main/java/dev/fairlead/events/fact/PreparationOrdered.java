package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Revision;
import dev.fairlead.events.Weight;
import dev.fairlead.events.order.PrepareTarget.Stage;

/**
 * What the target needs is to be created or corrected.
 *
 * @param stage
 *            what is needed now
 * @param revision
 *            the primary is made from
 * @param canary
 *            the canary's share on the route
 * @param due
 *            when it is ordered again if nobody answers
 */
public record PreparationOrdered(FactHead head, Stage stage, Revision revision, Weight canary,
        Instant due) implements RolloutFact {}
