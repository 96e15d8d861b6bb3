package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;

/**
 * The target's workload asks for this revision.
 *
 * @param workload
 *            the marks of the workload it was read from
 * @param replicas
 *            the pods it asks for
 */
public record RevisionDetected(TargetKey target, Life life, Seen workload, Revision revision,
        int replicas) implements Observation {}
