package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Revision;
import dev.fairlead.events.order.PrepareTarget.Stage;

/**
 * What was needed is there.
 *
 * @param revision
 *            that the primary carries
 * @param due
 *            when the wait that follows ends
 */
public record TargetPrepared(FactHead head, Stage stage, Revision revision,
        Instant due) implements RolloutFact {}
