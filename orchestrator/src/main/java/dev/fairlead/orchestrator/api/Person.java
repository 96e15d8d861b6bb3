package dev.fairlead.orchestrator.api;

import java.util.List;

import dev.fairlead.events.TargetKey;

/**
 * Somebody whose name was proved.
 *
 * @param name
 *            as it stands in the log
 * @param authentication
 *            how it was proved: {@code token} or {@code session}
 * @param grants
 *            what is allowed where
 */
public record Person(String name, String authentication, List<Grant> grants) {

    /** Nobody in particular, who may look. */
    public static final Person ANYBODY = new Person("", "none", List.of());

    public Person {
        grants = List.copyOf(grants);
    }

    /** Whether one of the grants allows it. */
    public boolean may(Role role, TargetKey target) {
        return grants.stream().anyMatch(it -> it.covers(role, target));
    }

    /** Whether anybody has said who it is. */
    public boolean isKnown() {
        return !name.isEmpty();
    }

    /** The same person, proved in another way. */
    public Person by(String otherAuthentication) {
        return new Person(name, otherAuthentication, grants);
    }
}
