package dev.fairlead.events;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a primary is made from when it is lost: the target may have moved on by then.
 *
 * @param workload
 *            the primary as it was written, without what the cluster adds
 * @param configs
 *            the copies of ConfigMaps that it uses, by name; never Secrets
 */
public record Blueprint(Tree workload, Map<String, Tree> configs) {

    /** Nothing was promoted, or it was too large to be kept. */
    public static final Blueprint NONE = new Blueprint(Tree.EMPTY, Map.of());

    public Blueprint {
        configs = Collections.unmodifiableMap(new TreeMap<>(configs));
    }

    public boolean isNone() {
        return workload.isEmpty();
    }
}
