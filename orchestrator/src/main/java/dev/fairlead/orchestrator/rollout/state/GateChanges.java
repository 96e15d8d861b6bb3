package dev.fairlead.orchestrator.rollout.state;

import java.time.Duration;

import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.ConsentFact;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.GateOverdue;
import dev.fairlead.events.fact.GateRefused;
import dev.fairlead.events.fact.GateShut;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.RequestRefused;
import dev.fairlead.events.fact.RolloutHeld;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.fact.RolloutPaused;
import dev.fairlead.events.fact.RolloutProposed;
import dev.fairlead.events.fact.RolloutResumed;

/** What people's wishes and consent change. */
final class GateChanges {

    private GateChanges() {}

    static void apply(StateChange change, ConsentFact fact) {
        switch (fact) {
            case RolloutProposed it -> proposed(change, it);
            case GateOpened it -> opened(change, it);
            case GateRefused it -> refused(change, it);
            case GateShut it -> shut(change, it);
            case GateOverdue it -> change.deadline(DeadlineKind.GATE_TIMEOUT, it.due());
            case RolloutHeld it -> held(change, it);
            case RolloutPaused _ -> change.attempt(change.before().attempt().paused(true));
            case RolloutResumed _ -> change.attempt(change.before().attempt().paused(false));
            case AnalysisWaived _,RequestRefused _ -> {
                // kept for people; what follows is a fact of its own
            }
        }
    }

    private static void proposed(StateChange change, RolloutProposed fact) {
        RolloutId before = change.before().rollout();
        boolean same = before.equals(fact.rollout());
        var revisions = change.before().revisions();
        change.go(Step.AWAITING_ROLLOUT_GATE)
                .rollouts(fact.number())
                .revisions(revisions.promoted(), revisions.applied(), fact.revision())
                .attempt(Attempt.of(fact.rollout(), fact.revision())
                        .paused(same && change.before().attempt().paused()));
    }

    static void asked(StateChange change, HooksOrdered fact) {
        HookType type = fact.kind();
        change.deadline(Gate.deadline(type), fact.due());
        change.before()
                .gate(type)
                .ifPresentOrElse(
                        gate -> change.gate(gate.askedAgain(change.version())), () -> {
                            change.gate(Gate.asked(type, change.version(), fact.at()));
                            if (type != HookType.ROLLBACK) {
                                change.deadline(DeadlineKind.GATE_TIMEOUT,
                                        fact.at().plus(timeout(change)));
                            }
                        });
    }

    private static void refused(StateChange change, GateRefused fact) {
        change.before()
                .gate(fact.kind())
                .ifPresent(
                        gate -> change.gate(gate.refusedAt(change.version())));
        change.deadline(Gate.deadline(fact.kind()), fact.due());
        if (!fact.again() && fact.kind() != HookType.ROLLBACK) {
            waiting(change, fact.kind());
            change.trouble(fact.error());
        }
    }

    private static void shut(StateChange change, GateShut fact) {
        boolean told = change.before().gate(fact.kind()).map(Gate::refused).orElse(false);
        change.before().gate(fact.kind()).ifPresent(gate -> change.gate(gate.shutByPerson()));
        change.without(Gate.deadline(fact.kind()));
        if (!told) {
            waiting(change, fact.kind());
        }
        change.trouble(fact.reason());
    }

    private static void opened(StateChange change, GateOpened fact) {
        HookType type = fact.kind();
        Gate gate = change.before()
                .gate(type)
                .orElseGet(() -> Gate.asked(type, change.version(), fact.at()));
        change.withoutGate(type).gate(gate.opened()).trouble("");
    }

    private static void held(StateChange change, RolloutHeld fact) {
        change.go(step(fact.by()));
        if (change.before().isMeasurable()) {
            change.deadline(DeadlineKind.ANALYSIS, fact.measureAt());
        }
    }

    private static Step step(Hold by) {
        return switch (by) {
            case PAUSE -> Step.PAUSED;
            case CONFIRM_TRAFFIC_INCREASE -> Step.AWAITING_TRAFFIC_GATE;
            case CONFIRM_PROMOTION -> Step.AWAITING_PROMOTION_GATE;
        };
    }

    /** Flagger's phase while people are waited for; it has none for more requests. */
    private static void waiting(StateChange change, HookType type) {
        int failed = change.before().standing().shown().failedChecks();
        if (type == HookType.CONFIRM_ROLLOUT) {
            change.phase(Phases.WAITING, failed, change.before().standing().shown().weight());
        } else if (type == HookType.CONFIRM_PROMOTION) {
            change.phase(Phases.WAITING_PROMOTION, failed, Weight.ZERO);
        }
    }

    private static Duration timeout(StateChange change) {
        return change.before().definition().policies().gateTimeout();
    }
}
