package dev.fairlead.events.definition;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the autoscaler of the primary differs from the target's.
 *
 * @param minReplicas
 *            from 1; 0 means as the target's
 * @param maxReplicas
 *            from 1; 0 means as the target's
 * @param queries
 *            by the name of a ScaledObject's trigger; empty means the target's, with other names
 */
public record PrimaryScaler(int minReplicas, int maxReplicas, Map<String, String> queries) {

    /** No difference. */
    public static final PrimaryScaler NONE = new PrimaryScaler(0, 0, Map.of());

    public PrimaryScaler {
        queries = Collections.unmodifiableMap(new TreeMap<>(queries));
    }
}
