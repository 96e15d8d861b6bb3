package dev.fairlead.orchestrator.rollout.rules;

import java.util.List;
import java.util.Optional;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.GateOpened.By;
import dev.fairlead.events.fact.GateOverdue;
import dev.fairlead.events.fact.GateRefused;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.RolloutHeld;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;
import dev.fairlead.orchestrator.rollout.state.Gate;

/**
 * Gates: asked at once when they are reached, then once per interval, beside what else goes on. An
 * unchanged answer is told once a minute at most.
 */
final class GateRules {

    private GateRules() {}

    static boolean isGate(HookType type) {
        return switch (type) {
            case CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION, ROLLBACK -> true;
            case PRE_ROLLOUT, ROLLOUT, POST_ROLLOUT, EVENT -> false;
        };
    }

    static void ask(Draft draft, HookType type) {
        draft.add(new HooksOrdered(draft.head(), type,
                draft.in(Limits.hooks(draft.definition().hooks(type)))));
    }

    /** The gate in the way, if there is one: asked when it is new, and waited for. */
    static boolean holds(Draft draft, HookType type, Hold hold) {
        Optional<Gate> gate = draft.state().gate(type);
        if (draft.definition().hooks(type).isEmpty() || gate.map(Gate::open).orElse(false)) {
            return false;
        }
        if (gate.isEmpty()) {
            ask(draft, type);
        }
        draft.add(new RolloutHeld(draft.head(), hold,
                draft.in(draft.definition().analysis().interval())));
        return true;
    }

    /** From when there is something to give up: rollback hooks are asked beside all else. */
    static void watch(Draft draft) {
        boolean asked = draft.state().gate(HookType.ROLLBACK).isPresent();
        if (!asked && !draft.definition().hooks(HookType.ROLLBACK).isEmpty()) {
            ask(draft, HookType.ROLLBACK);
        }
    }

    static void answered(Draft draft, HooksAnswered report) {
        boolean counts = draft.state()
                .gate(report.kind())
                .map(gate -> gate.isAnsweredBy(report.order().fence()))
                .orElse(false);
        if (!counts) {
            return;
        }
        List<HookAnswer> answers = report.answers();
        boolean open = report.kind() == HookType.ROLLBACK
                ? answers.stream().anyMatch(HookAnswer::passed)
                : report.allPassed();
        if (open) {
            opened(draft, report.kind(), By.HOOK, passed(answers), "");
        } else {
            refused(draft, report);
        }
    }

    private static void refused(Draft draft, HooksAnswered report) {
        HookAnswer last = report.answers().getLast();
        boolean again = draft.state().gate(report.kind()).map(Gate::refused).orElse(false);
        draft.add(new GateRefused(draft.head(), report.kind(), passed(report.answers()),
                last.hook(), last.error(), again,
                draft.in(Limits.gate(draft.definition(), report.kind()))));
        if (report.kind() == HookType.CONFIRM_ROLLOUT) {
            watch(draft);
        }
    }

    static void opened(Draft draft, HookType type, By by, List<String> hooks, String reason) {
        draft.add(new GateOpened(draft.head(), type, by, hooks, reason));
        if (type == HookType.ROLLBACK) {
            RetreatRules.byGate(draft, by, by == By.HOOK ? hooks.getFirst() : reason);
        } else {
            proceed(draft);
        }
    }

    /** What held the rollout may not hold it any more. */
    static void proceed(Draft draft) {
        switch (draft.step()) {
            case AWAITING_ROLLOUT_GATE -> RevisionRules.ifConfirmed(draft);
            case PAUSED, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE ->
                    TrialRules.advance(draft);
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    PREPARING_TRAFFIC, TAKEOVER_DRAIN, STANDING_DOWN, IDLE, STRANDED, RESTARTING,
                    SCALING_UP, AWAITING_CANARY, PRE_ROLLOUT, PRE_ROLLOUT_REST, SHIFTING, RESTING,
                    ROLLOUT_HOOKS, ANALYSING, COPYING, AWAITING_PROMOTED, ROUTING_BACK,
                    ROUTING_REST, ESCAPING, PROMOTION_DRAIN, SCALING_DOWN, RETREATING,
                    ROLLBACK_DRAIN, GIVING_UP, REVIVING, AWAITING_REVIVED, GIVING_BACK,
                    REVERT_DRAIN, LETTING_GO -> {
                // remembered; looked at when the rollout could go on
            }
        }
    }

    /** Nobody told what the hooks say. */
    static void unanswered(Draft draft) {
        ask(draft, confirming(draft).type());
    }

    static void overdue(Draft draft) {
        Gate gate = confirming(draft);
        var policies = draft.definition().policies();
        draft.add(new GateOverdue(draft.head(), gate.type(), gate.since(),
                draft.in(policies.gateTimeout())));
        String reason = gate.type().wireName() + " not opened since " + gate.since();
        if (policies.gateDefault() == GateDefault.ROLLBACK) {
            RetreatRules.overdue(draft, reason);
        } else if (policies.gateDefault() == GateDefault.OPEN && !gate.shut()) {
            opened(draft, gate.type(), By.TIMEOUT, List.of(), reason);
        }
    }

    private static Gate confirming(Draft draft) {
        return draft.state()
                .gates()
                .stream()
                .filter(it -> it.type() != HookType.ROLLBACK && !it.open())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a gate that is waited for, but it is " + draft.step()));
    }

    /** The Canary was edited: a gate may be gone, or a suspension over. */
    static void edited(Draft draft) {
        boolean gone = switch (draft.step()) {
            case PAUSED -> !draft.state().isHeld();
            case AWAITING_ROLLOUT_GATE -> isGone(draft, HookType.CONFIRM_ROLLOUT);
            case AWAITING_TRAFFIC_GATE -> isGone(draft, HookType.CONFIRM_TRAFFIC_INCREASE);
            case AWAITING_PROMOTION_GATE -> isGone(draft, HookType.CONFIRM_PROMOTION);
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    PREPARING_TRAFFIC, TAKEOVER_DRAIN, STANDING_DOWN, IDLE, STRANDED, RESTARTING,
                    SCALING_UP, AWAITING_CANARY, PRE_ROLLOUT, PRE_ROLLOUT_REST, SHIFTING, RESTING,
                    ROLLOUT_HOOKS, ANALYSING, COPYING, AWAITING_PROMOTED, ROUTING_BACK,
                    ROUTING_REST, ESCAPING, PROMOTION_DRAIN, SCALING_DOWN, RETREATING,
                    ROLLBACK_DRAIN, GIVING_UP, REVIVING, AWAITING_REVIVED, GIVING_BACK,
                    REVERT_DRAIN, LETTING_GO -> false;
        };
        if (gone) {
            proceed(draft);
        }
        if (TrialRules.isBegun(draft)) {
            TrialRules.edited(draft);
        }
    }

    private static boolean isGone(Draft draft, HookType type) {
        return draft.definition().hooks(type).isEmpty();
    }

    private static List<String> passed(List<HookAnswer> answers) {
        return answers.stream().filter(HookAnswer::passed).map(HookAnswer::hook).toList();
    }
}
