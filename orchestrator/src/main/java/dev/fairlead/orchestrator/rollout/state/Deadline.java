package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

/**
 * When a wait ends and something happens by default.
 *
 * @param kind
 *            what happens
 * @param due
 *            when
 */
public record Deadline(DeadlineKind kind, Instant due) {}
