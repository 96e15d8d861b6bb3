package dev.fairlead.orchestrator.rollout.rules;

import java.util.Optional;

import dev.fairlead.events.Revision;
import dev.fairlead.events.fact.EffectReordered;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.Standing.Revisions;
import dev.fairlead.orchestrator.rollout.Rejection;
import dev.fairlead.orchestrator.rollout.Rejection.NothingToRetry;
import dev.fairlead.orchestrator.rollout.state.Pending;

/** What a person may have tried once more, without waiting for its time. */
final class RetryRules {

    private RetryRules() {}

    static Optional<Rejection> retry(Draft draft) {
        return switch (draft.step()) {
            case IDLE -> givenUp(draft);
            case STRANDED -> promotion(draft);
            case AWAITING_PRIMARY -> initialization(draft);
            case PRE_ROLLOUT_REST -> {
                TrialRules.preRollout(draft);
                yield Optional.empty();
            }
            case UNREGISTERED, AWAITING_WORKLOAD, TAKEOVER_DRAIN, AWAITING_CANARY,
                    AWAITING_ROLLOUT_GATE, RESTING, PAUSED, AWAITING_TRAFFIC_GATE,
                    AWAITING_PROMOTION_GATE, AWAITING_PROMOTED, ROUTING_REST, PROMOTION_DRAIN,
                    ROLLBACK_DRAIN, AWAITING_REVIVED, REVERT_DRAIN ->
                    nothing("nothing has failed or is refused");
            case PREPARING_PRIMARY, PREPARING_TRAFFIC, STANDING_DOWN, RESTARTING, SCALING_UP,
                    PRE_ROLLOUT, SHIFTING, ROLLOUT_HOOKS, ANALYSING, COPYING, ROUTING_BACK,
                    ESCAPING, SCALING_DOWN, RETREATING, GIVING_UP, REVIVING, GIVING_BACK,
                    LETTING_GO ->
                    effect(draft);
        };
    }

    private static Optional<Rejection> givenUp(Draft draft) {
        Revisions revisions = draft.state().revisions();
        Revision wanted = revisions.wanted();
        if (wanted.isNone() || wanted.sameAs(revisions.promoted())) {
            return nothing("the target asks for what is promoted");
        }
        if (draft.definition().switches().suspended()) {
            return nothing("spec.suspend is true");
        }
        RevisionRules.begin(draft, wanted);
        return Optional.empty();
    }

    /** Whatever the target asks for by now: users have it already, and the primary has nothing. */
    private static Optional<Rejection> promotion(Draft draft) {
        draft.add(new PromotionOrdered(draft.head(), draft.state().revisions().wanted(),
                draft.in(Limits.CHANGE_ANSWER)));
        return Optional.empty();
    }

    private static Optional<Rejection> initialization(Draft draft) {
        if (draft.state().standing().shown().trouble().isEmpty()) {
            return nothing("the primary's pods are still starting");
        }
        InitializationRules.prepare(draft);
        return Optional.empty();
    }

    private static Optional<Rejection> effect(Draft draft) {
        Pending pending = draft.state().pending();
        if (pending.attempts() <= 1) {
            return nothing("the order that is waited for was given just now, or nobody refused it");
        }
        draft.add(new EffectReordered(draft.head(), pending.what(),
                draft.in(Limits.CHANGE_ANSWER)));
        return Optional.empty();
    }

    private static Optional<Rejection> nothing(String found) {
        return Optional.of(new NothingToRetry("Expected something that failed, but " + found));
    }
}
