package dev.fairlead.events.fact;

/** What people ask for, and what must have their consent. */
public sealed interface ConsentFact extends RolloutFact
        permits
        AnalysisWaived,
        GateOpened,
        GateOverdue,
        GateRefused,
        GateShut,
        RequestRefused,
        RolloutHeld,
        RolloutPaused,
        RolloutProposed,
        RolloutResumed {}
