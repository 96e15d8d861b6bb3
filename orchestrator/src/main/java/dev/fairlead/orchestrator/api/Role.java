package dev.fairlead.orchestrator.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each may all that the one before it may. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Pauses, resumes, promotes, aborts, retries, approves and rejects. */
    OPERATOR,
    /** Everything. */
    ADMIN;

    /** The name as people write it, such as {@code operator}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the name as people write it. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName().equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Role::wireName).toList();
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
