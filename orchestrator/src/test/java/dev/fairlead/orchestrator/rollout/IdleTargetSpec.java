package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.fact.IdleTargetScaled;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;

/** A target that is scaled up while nothing is tried: said once, and left alone. */
class IdleTargetSpec {

    private static final String SCALED = "Deployment podinfo.test was scaled up while nothing is"
            + " tried: its pods get no requests, and they are left as they are";
    private static final long NEWEST = 1_000;

    @Test
    void it_is_told_once_and_nothing_is_scaled() {
        given(Step.IDLE).when(targetIsScaledTo(2, NEWEST))
                .then(Phrase.one(now -> new IdleTargetScaled(now.head(), 2, SCALED)))
                .ordering("status Initialized weight=0 failedChecks=0", "Warning " + SCALED)
                .at(Step.IDLE)
                .when(targetIsScaledTo(3, NEWEST))
                .thenNothing();
    }

    @Test
    void what_was_seen_before_our_own_scaling_says_nothing() {
        given(Step.IDLE).when(targetIsScaledTo(2, 1)).thenNothing();
    }

    @Test
    void a_target_at_zero_is_as_it_should_be() {
        given(Step.IDLE).when(targetIsScaledTo(0, NEWEST)).thenNothing();
    }

    @Test
    void in_mid_rollout_replicas_are_nobody_s_concern() {
        given(Step.RESTING).when(targetAsksFor("v2")).thenNothing();
    }
}
