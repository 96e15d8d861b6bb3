package dev.fairlead.events.fact;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.definition.HookType;

/**
 * A hook did not succeed; those after it were not called.
 *
 * @param passed
 *            names of those before it
 * @param hook
 *            its name
 * @param error
 *            what it said
 * @param failedChecks
 *            of the rollout, this one counted if it counts
 * @param retryAt
 *            when the hooks are called again
 */
public record HooksFailed(FactHead head, HookType kind, List<String> passed, String hook,
        String error, int failedChecks, Instant retryAt) implements RolloutFact {}
