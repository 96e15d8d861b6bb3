package dev.fairlead.orchestrator.rollout.rules;

import java.util.List;
import java.util.Optional;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.GateOpened.By;
import dev.fairlead.events.fact.GateShut;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutPaused;
import dev.fairlead.events.fact.RolloutResumed;
import dev.fairlead.orchestrator.rollout.Asked;
import dev.fairlead.orchestrator.rollout.Command.AbortRollout;
import dev.fairlead.orchestrator.rollout.Command.ApproveGate;
import dev.fairlead.orchestrator.rollout.Command.PauseRollout;
import dev.fairlead.orchestrator.rollout.Command.Personal;
import dev.fairlead.orchestrator.rollout.Command.PromoteRollout;
import dev.fairlead.orchestrator.rollout.Command.RejectGate;
import dev.fairlead.orchestrator.rollout.Command.ResumeRollout;
import dev.fairlead.orchestrator.rollout.Command.RetryRollout;
import dev.fairlead.orchestrator.rollout.Rejection;
import dev.fairlead.orchestrator.rollout.Rejection.AlreadyPaused;
import dev.fairlead.orchestrator.rollout.Rejection.AlreadyRollingBack;
import dev.fairlead.orchestrator.rollout.Rejection.AlreadyShut;
import dev.fairlead.orchestrator.rollout.Rejection.CanaryNotReady;
import dev.fairlead.orchestrator.rollout.Rejection.GateNotAwaited;
import dev.fairlead.orchestrator.rollout.Rejection.MovedOn;
import dev.fairlead.orchestrator.rollout.Rejection.NotPaused;
import dev.fairlead.orchestrator.rollout.Rejection.NothingToAbort;
import dev.fairlead.orchestrator.rollout.Rejection.NothingToPause;
import dev.fairlead.orchestrator.rollout.Rejection.NothingToPromote;
import dev.fairlead.orchestrator.rollout.Rejection.PrimaryNotReady;
import dev.fairlead.orchestrator.rollout.Rejection.PromotionUnderWay;
import dev.fairlead.orchestrator.rollout.Rejection.TargetUnknown;
import dev.fairlead.orchestrator.rollout.Rejection.TooLateToAbort;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows from what a person asks for: facts, or a reason why not, in every state. */
public final class PersonRules {

    private static final String NOTHING_TRIED =
            "Expected a revision that is tried, but there is none";
    private static final String BEING_PROMOTED =
            "Expected a revision that is tried, but it is being promoted already";
    private static final String ROLLING_BACK =
            "Expected a revision that is tried, but it is being given up already";

    private static final String BEING_DELETED =
            "Expected a revision that is tried, but the Canary is being deleted";

    private PersonRules() {}

    /** Empty when it is done; the facts are in the draft. */
    public static Optional<Rejection> ask(Draft draft, Personal command) {
        if (draft.step() == Step.UNREGISTERED) {
            return no(new TargetUnknown(command.target().toString()));
        }
        Asked asked = command.asked();
        Optional<Rejection> stale = stale(draft, asked);
        if (stale.isPresent()) {
            return stale;
        }
        return switch (command) {
            case PauseRollout _ -> pause(draft, asked);
            case ResumeRollout _ -> resume(draft, asked);
            case PromoteRollout _ -> promote(draft, asked);
            case AbortRollout _ -> abort(draft, asked);
            case RetryRollout _ -> RetryRules.retry(draft);
            case ApproveGate it -> approve(draft, it.gate(), asked);
            case RejectGate it -> reject(draft, it.gate(), asked);
        };
    }

    private static Optional<Rejection> stale(Draft draft, Asked asked) {
        String step = draft.step().wireName();
        String rollout = draft.state().rollout().text();
        if (!asked.step().isEmpty() && !asked.step().equals(step)) {
            return no(new MovedOn("step", asked.step(), step));
        }
        return asked.rollout().isEmpty() || asked.rollout().equals(rollout)
                ? Optional.empty()
                : no(new MovedOn("rollout", asked.rollout(), rollout));
    }

    private static Optional<Rejection> pause(Draft draft, Asked asked) {
        return switch (draft.state().stage()) {
            case PROGRESSING -> {
                if (draft.state().attempt().paused()) {
                    yield no(
                            new AlreadyPaused("Expected a rollout that goes on, but it is paused"));
                }
                draft.add(new RolloutPaused(draft.head(), asked.reason()));
                yield Optional.empty();
            }
            case PROMOTING, DRAINING -> no(new PromotionUnderWay(BEING_PROMOTED));
            case ROLLING_BACK -> no(new NothingToPause(ROLLING_BACK));
            case TERMINATING -> no(new NothingToPause(BEING_DELETED));
            case UNREGISTERED, INITIALIZING, IDLE -> no(new NothingToPause(NOTHING_TRIED));
        };
    }

    private static Optional<Rejection> resume(Draft draft, Asked asked) {
        if (!draft.state().attempt().paused()) {
            return no(new NotPaused("Expected a rollout that a person has paused, but none is"));
        }
        draft.add(new RolloutResumed(draft.head(), asked.reason()));
        if (draft.step() == Step.PAUSED) {
            GateRules.proceed(draft);
        }
        return Optional.empty();
    }

    private static Optional<Rejection> promote(Draft draft, Asked asked) {
        return switch (draft.state().stage()) {
            case PROGRESSING -> {
                if (!TrialRules.isBegun(draft)) {
                    yield no(new CanaryNotReady("Expected a canary that is ready, but its pods are "
                            + "not, or people must agree to the rollout first"));
                }
                draft.add(new AnalysisWaived(draft.head(), asked.reason()));
                PromotionRules.promote(draft);
                yield Optional.empty();
            }
            case PROMOTING, DRAINING -> no(new PromotionUnderWay(BEING_PROMOTED));
            case ROLLING_BACK -> no(new NothingToPromote(ROLLING_BACK));
            case TERMINATING -> no(new NothingToPromote(BEING_DELETED));
            case UNREGISTERED, INITIALIZING, IDLE -> no(new NothingToPromote(NOTHING_TRIED));
        };
    }

    private static Optional<Rejection> abort(Draft draft, Asked asked) {
        boolean canaryServes = draft.step() == Step.ESCAPING || draft.step() == Step.STRANDED;
        if (canaryServes) {
            return no(new PrimaryNotReady("Expected a primary that can serve, but it is not ready;"
                    + " requests stay with the canary"));
        }
        return switch (draft.state().stage()) {
            case PROGRESSING, PROMOTING -> {
                RetreatRules.rollBack(draft, Cause.PERSON, asked.reason());
                yield Optional.empty();
            }
            case DRAINING -> no(new TooLateToAbort("Expected a revision that is tried, but it is"
                    + " promoted: set the target back to return"));
            case ROLLING_BACK -> no(new AlreadyRollingBack(ROLLING_BACK));
            case TERMINATING -> no(new NothingToAbort(BEING_DELETED));
            case UNREGISTERED, INITIALIZING, IDLE -> no(new NothingToAbort(NOTHING_TRIED));
        };
    }

    private static Optional<Rejection> approve(Draft draft, String name, Asked asked) {
        Optional<Gate> gate = gate(draft, name);
        if (gate.isEmpty()) {
            return notAwaited(draft, name);
        }
        GateRules.opened(draft, gate.get().type(), By.PERSON, List.of(), asked.reason());
        return Optional.empty();
    }

    private static Optional<Rejection> reject(Draft draft, String name, Asked asked) {
        Optional<Gate> gate = gate(draft, name);
        if (gate.isEmpty()) {
            return notAwaited(draft, name);
        }
        if (gate.get().shut()) {
            return no(new AlreadyShut("Expected a gate that its hooks may open, but a person has"
                    + " shut " + gate.get().type().wireName()));
        }
        draft.add(new GateShut(draft.head(), gate.get().type(), asked.reason()));
        return Optional.empty();
    }

    private static Optional<Gate> gate(Draft draft, String name) {
        return draft.state()
                .gates()
                .stream()
                .filter(gate -> !gate.open())
                .filter(gate -> name.isEmpty()
                        ? gate.type() != HookType.ROLLBACK
                        : gate.type().wireName().equals(name))
                .findFirst();
    }

    private static Optional<Rejection> notAwaited(Draft draft, String name) {
        List<String> awaited = draft.state()
                .gates()
                .stream()
                .filter(gate -> !gate.open())
                .map(gate -> gate.type().wireName())
                .sorted()
                .toList();
        String wanted = name.isEmpty() ? "a gate" : name;
        return no(new GateNotAwaited("Expected " + wanted + " to be waited for, but "
                + (awaited.isEmpty() ? "no gate is" : "it is " + String.join(", ", awaited))));
    }

    private static Optional<Rejection> no(Rejection reason) {
        return Optional.of(reason);
    }
}
