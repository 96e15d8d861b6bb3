package dev.fairlead.orchestrator.api;

import dev.fairlead.events.TargetKey;

/** Names as they stand in a path. */
final class Names {

    private Names() {}

    /**
     * @throws WrongField
     *             when it cannot be the name of a target
     */
    static TargetKey target(String cluster, String namespace, String name) {
        try {
            return new TargetKey(cluster, namespace, name);
        } catch (IllegalArgumentException e) {
            throw new WrongField("target", String.valueOf(e.getMessage()));
        }
    }
}
