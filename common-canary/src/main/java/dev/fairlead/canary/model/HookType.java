package dev.fairlead.canary.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** When a hook is called. */
public enum HookType {
    CONFIRM_ROLLOUT("confirm-rollout"),
    PRE_ROLLOUT("pre-rollout"),
    /** In each analysis; also what no type means. */
    ROLLOUT("rollout"),
    CONFIRM_TRAFFIC_INCREASE("confirm-traffic-increase"),
    CONFIRM_PROMOTION("confirm-promotion"),
    POST_ROLLOUT("post-rollout"),
    ROLLBACK("rollback"),
    EVENT("event");

    private final String text;

    HookType(String text) {
        this.text = text;
    }

    /** The name in manifests. */
    public String text() {
        return text;
    }

    /** Whether only the answers 200 to 202 open it: a gate must never be opened by accident. */
    public boolean strict() {
        return switch (this) {
            case CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION, ROLLBACK -> true;
            case PRE_ROLLOUT, ROLLOUT, POST_ROLLOUT, EVENT -> false;
        };
    }

    /** The type of this name; empty text means {@link #ROLLOUT}. */
    public static Optional<HookType> named(String name) {
        if (name.isEmpty()) {
            return Optional.of(ROLLOUT);
        }
        return Arrays.stream(values()).filter(type -> type.text.equals(name)).findFirst();
    }

    /** All names, as a list for people. */
    public static String names() {
        return Arrays.stream(values()).map(HookType::text).collect(Collectors.joining(", "));
    }
}
