package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.definition.Definition;

/** What kind of edit lies between two definitions. */
final class Edits {

    private Edits() {}

    /** Strategy, provider, target, service name or port: the target is prepared anew. */
    static boolean needPreparation(Definition before, Definition next) {
        return !before.provider().equals(next.provider())
                || !before.workload().equals(next.workload())
                || !before.scaler().equals(next.scaler())
                || !before.traffic().apex().equals(next.traffic().apex())
                || before.traffic().port() != next.traffic().port()
                || before.analysis().strategy() != next.analysis().strategy();
    }

    /** Fields that the routing objects or the Canary's finalizer show: they are written at once, weights kept. */
    static boolean touchRoute(Definition before, Definition next) {
        return !before.traffic().equals(next.traffic())
                || !before.analysis().match().equals(next.analysis().match())
                || before.switches().revertOnDeletion() != next.switches().revertOnDeletion()
                || !before.analysis().mirror().equals(next.analysis().mirror())
                || !before.analysis().sessionAffinity().equals(next.analysis().sessionAffinity());
    }
}
