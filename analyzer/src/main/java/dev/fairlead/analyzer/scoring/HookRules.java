package dev.fairlead.analyzer.scoring;

import java.util.List;

import dev.fairlead.events.definition.HookType;

/** What a hook's status means, and when it is called again. */
public final class HookRules {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int LAST_SUCCESS = 299;
    private static final int TOO_MANY = 429;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int FIRST_SERVER_ERROR = 500;

    private HookRules() {}

    /**
     * Gates and rollback hooks succeed with 200 to 202 only, so that no gate opens by accident; the
     * others with any 2xx.
     */
    public static boolean succeeds(HookType type, int status) {
        int last = switch (type) {
            case CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION, ROLLBACK -> ACCEPTED;
            case PRE_ROLLOUT, ROLLOUT, POST_ROLLOUT, EVENT -> LAST_SUCCESS;
        };
        return status >= OK && status <= last;
    }

    /**
     * Whether the hooks after one that answered so are left out: a refusal ends a group, but one
     * rollback hook is enough, and events are told to all.
     */
    public static boolean endsGroup(HookType type, boolean passed) {
        return switch (type) {
            case ROLLBACK -> passed;
            case EVENT -> false;
            case CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION, PRE_ROLLOUT, ROLLOUT,
                    POST_ROLLOUT -> !passed;
        };
    }

    /** Whether the answers of a gate's hooks open it. */
    public static boolean opens(HookType type, List<Boolean> passed) {
        return type == HookType.ROLLBACK
                ? passed.contains(true)
                : !passed.isEmpty() && !passed.contains(false);
    }

    /** Whether the same call may be answered otherwise a little later. */
    public static boolean isPassing(int status) {
        return status == TOO_MANY || status >= FIRST_SERVER_ERROR && status != NOT_IMPLEMENTED;
    }
}
