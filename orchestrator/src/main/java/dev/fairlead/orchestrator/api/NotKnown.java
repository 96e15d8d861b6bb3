package dev.fairlead.orchestrator.api;

import dev.fairlead.events.TargetKey;

/** Nothing was ever heard of a target of this name. */
final class NotKnown extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotKnown(TargetKey target) {
        super("Expected the name of a target, but nothing is known of \"" + target + "\"");
    }
}
