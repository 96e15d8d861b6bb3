package dev.fairlead.orchestrator.rollout;

/**
 * Who asks, why, and what the person saw.
 *
 * @param actor
 *            the person's number; the name stands outside of the log
 * @param authentication
 *            how it was proved, such as {@code token}
 * @param address
 *            from where; empty when not known
 * @param reason
 *            the person's
 * @param step
 *            the step that the person saw, in lower case; empty when it does not matter
 * @param rollout
 *            the rollout that the person saw; empty when it does not matter
 */
public record Asked(String actor, String authentication, String address, String reason,
        String step, String rollout) {}
