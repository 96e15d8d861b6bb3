package dev.fairlead.events.fact;

/** Something that has been decided or has come true while a Canary goes. */
public sealed interface DeletionFact extends RolloutFact
        permits
        RevertOrdered,
        TargetRemoved,
        TargetReverted,
        TerminationStalled,
        TerminationStarted {}
