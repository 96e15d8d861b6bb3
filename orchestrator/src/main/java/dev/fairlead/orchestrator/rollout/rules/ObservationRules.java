package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Life;
import dev.fairlead.events.fact.StatusRestated;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.DeletionRequested;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.observation.WorkloadMissing;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows from a watcher's claim. A claim about another life follows nothing. */
public final class ObservationRules {

    private ObservationRules() {}

    public static void hear(Draft draft, Observation observation) {
        switch (observation) {
            case DefinitionChanged it -> ContractRules.changed(draft, it);
            case DefinitionRefused it -> ContractRules.refused(draft, it);
            case TargetRestated it -> restated(draft, it);
            case RevisionDetected it when concerns(draft, it) -> {
                RevisionRules.detected(draft, it.revision());
                RevisionRules.scaled(draft, it);
            }
            case WorkloadMissing it when concerns(draft, it) ->
                    RevisionRules.missing(draft, it.reason());
            case ReadinessChanged it when concerns(draft, it) -> ReadinessRules.changed(draft, it);
            case RouteChanged it when concerns(draft, it) -> RouteRules.changed(draft, it);
            case GeneratedObjectLost it when concerns(draft, it) -> RouteRules.lost(draft, it);
            case DeletionRequested it when concerns(draft, it) ->
                    TerminationRules.requested(draft);
            case TargetGone it when concerns(draft, it) || isAbsent(it) ->
                    ContractRules.gone(draft);
            case RevisionDetected _,WorkloadMissing _,ReadinessChanged _,RouteChanged _ -> {
            }
            case GeneratedObjectLost _,TargetGone _,DeletionRequested _ -> {
            }
        }
    }

    private static boolean concerns(Draft draft, Observation observation) {
        return draft.step() != Step.UNREGISTERED && draft.state().life().equals(observation.life());
    }

    /** The answer to a question after a target that the watcher does not know at all. */
    private static boolean isAbsent(TargetGone gone) {
        return gone.life().equals(Life.NONE);
    }

    private static void restated(Draft draft, TargetRestated restated) {
        restated.parts().forEach(part -> hear(draft, part));
        boolean behind = concerns(draft, restated) && draft.facts().isEmpty()
                && !restated.phase().equals(draft.state().standing().shown().phase());
        if (behind) {
            draft.add(new StatusRestated(draft.head()));
        }
    }
}
