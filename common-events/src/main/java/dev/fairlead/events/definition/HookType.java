package dev.fairlead.events.definition;

/**
 * The hook types of Flagger's {@code spec.analysis.webhooks[].type}; an empty type there is
 * {@link #ROLLOUT}.
 */
public enum HookType {
    CONFIRM_ROLLOUT, PRE_ROLLOUT, ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION,
    POST_ROLLOUT, ROLLBACK, EVENT;

    /** The name in a Canary, such as {@code pre-rollout}. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
