package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/** A claim about a target in a cluster. */
public sealed interface Observation
        permits
        DefinitionChanged,
        DefinitionRefused,
        DeletionRequested,
        RevisionDetected,
        WorkloadMissing,
        ReadinessChanged,
        RouteChanged,
        GeneratedObjectLost,
        TargetRestated,
        TargetGone {

    /** The target the claim is about. */
    TargetKey target();

    /** The Canary's UID as the watcher knew it. */
    Life life();
}
