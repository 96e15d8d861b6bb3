package dev.fairlead.events;

/**
 * Names a target: a Canary resource in one cluster.
 *
 * @param cluster
 *            the cluster's registered name, 1–63 characters, without {@code /}
 * @param namespace
 *            the namespace of the Canary
 * @param name
 *            the name of the Canary
 */
public record TargetKey(String cluster, String namespace, String name)
        implements
            Comparable<TargetKey> {

    public TargetKey {
        require("cluster", cluster);
        require("namespace", namespace);
        require("name", name);
    }

    /**
     * Reads the form that {@link #toString} writes.
     *
     * @throws IllegalArgumentException
     *             when the text does not have three parts
     */
    public static TargetKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "Expected a target as cluster/namespace/name, but got \"" + text + "\"");
        }
        return new TargetKey(parts[0], parts[1], parts[2]);
    }

    /** The stream of this target in the log. */
    public String stream() {
        return "target/" + this;
    }

    @Override
    public int compareTo(TargetKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return cluster + "/" + namespace + "/" + name;
    }

    private static void require(String field, String value) {
        if (value.isEmpty() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("Expected a " + field
                    + " that is not empty and has no '/', but got \"" + value + "\"");
        }
    }
}
