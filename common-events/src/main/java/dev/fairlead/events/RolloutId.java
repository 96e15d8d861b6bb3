package dev.fairlead.events;

/**
 * Names one attempt to promote one revision, as {@code cluster/namespace/name#number}. Numbers of
 * a target only grow, across its lives too.
 *
 * @param text
 *            the whole name, or empty for {@link #NONE}
 */
public record RolloutId(String text) {

    /** No rollout. */
    public static final RolloutId NONE = new RolloutId("");

    public static RolloutId of(TargetKey target, long number) {
        return new RolloutId(target + "#" + number);
    }

    @Override
    public String toString() {
        return text;
    }
}
