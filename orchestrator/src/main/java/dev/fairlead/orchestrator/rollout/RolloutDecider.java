package dev.fairlead.orchestrator.rollout;

import java.util.Optional;

import dev.fairlead.orchestrator.rollout.Command.ElapseTimer;
import dev.fairlead.orchestrator.rollout.Command.Personal;
import dev.fairlead.orchestrator.rollout.Command.RecordObservation;
import dev.fairlead.orchestrator.rollout.Command.RecordReport;
import dev.fairlead.orchestrator.rollout.Rejection.TargetUnknown;
import dev.fairlead.orchestrator.rollout.rules.Draft;
import dev.fairlead.orchestrator.rollout.rules.ObservationRules;
import dev.fairlead.orchestrator.rollout.rules.PersonRules;
import dev.fairlead.orchestrator.rollout.rules.ReportRules;
import dev.fairlead.orchestrator.rollout.rules.TimerRules;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Turns a command into facts, by the state alone. */
public final class RolloutDecider {

    private RolloutDecider() {}

    /** The same state and command always give the same decision. */
    public static Decision decide(TargetState state, Command command) {
        Draft draft = new Draft(state, command.at());
        switch (command) {
            case RecordObservation heard -> ObservationRules.hear(draft, heard.observation());
            case RecordReport heard -> ReportRules.hear(draft, heard.report());
            case ElapseTimer timer -> TimerRules.elapse(draft, timer.kind(), timer.due());
            case Personal asked -> {
                return ask(state, draft, asked);
            }
        }
        return new Decision.Accepted(draft.facts());
    }

    private static Decision ask(TargetState state, Draft draft, Personal command) {
        Optional<Rejection> rejection = PersonRules.ask(draft, command);
        if (rejection.isEmpty()) {
            return new Decision.Accepted(draft.facts());
        }
        Draft refusal = new Draft(state, command.at());
        if (!(rejection.get() instanceof TargetUnknown)) {
            refusal.refuse(command.getClass().getSimpleName(), rejection.get());
        }
        return new Decision.Rejected(rejection.get(), refusal.facts());
    }
}
