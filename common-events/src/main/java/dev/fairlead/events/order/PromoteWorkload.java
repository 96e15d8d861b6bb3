package dev.fairlead.events.order;

import dev.fairlead.events.Revision;
import dev.fairlead.events.definition.Definition;

/**
 * Copy the target's template and configs to the primary. What is written is what was read in the
 * same attempt; refused as moved on when that is not the revision.
 *
 * @param revision
 *            the analysed revision, configs included
 */
public record PromoteWorkload(OrderHead head, Definition definition,
        Revision revision) implements ChangeOrder {}
