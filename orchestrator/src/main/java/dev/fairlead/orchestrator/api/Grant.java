package dev.fairlead.orchestrator.api;

import java.util.regex.Pattern;

import dev.fairlead.events.TargetKey;

/**
 * A role in some clusters and namespaces.
 *
 * @param role
 *            what is allowed there
 * @param cluster
 *            a name; {@code *} stands for any characters
 * @param namespace
 *            a name; {@code *} stands for any characters
 */
public record Grant(Role role, String cluster, String namespace) {

    /** Everything, everywhere. */
    public static final Grant ALL = new Grant(Role.ADMIN, "*", "*");

    /**
     * Reads {@code role} or {@code role@cluster/namespace}.
     *
     * @throws IllegalArgumentException
     *             when it is neither
     */
    public static Grant parse(String text) {
        String[] parts = text.split("@", 2);
        Role role = Role.named(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("Expected a role as one of "
                        + Role.names() + ", but got \"" + parts[0] + "\""));
        if (parts.length == 1) {
            return new Grant(role, "*", "*");
        }
        String[] place = parts[1].split("/", -1);
        if (place.length != 2 || place[0].isEmpty() || place[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a role's place as cluster/namespace, but got \"" + parts[1] + "\"");
        }
        return new Grant(role, place[0], place[1]);
    }

    boolean covers(Role wanted, TargetKey target) {
        return role.includes(wanted) && fits(cluster, target.cluster())
                && fits(namespace, target.namespace());
    }

    private static boolean fits(String pattern, String name) {
        String[] literal = pattern.split("\\*", -1);
        for (int i = 0; i < literal.length; i++) {
            literal[i] = Pattern.quote(literal[i]);
        }
        return name.matches(String.join(".*", literal));
    }
}
