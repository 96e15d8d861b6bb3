package dev.fairlead.orchestrator.rollout;

import dev.fairlead.orchestrator.rollout.Command.AbortRollout;
import dev.fairlead.orchestrator.rollout.Command.ApproveGate;
import dev.fairlead.orchestrator.rollout.Command.PauseRollout;
import dev.fairlead.orchestrator.rollout.Command.PromoteRollout;
import dev.fairlead.orchestrator.rollout.Command.RejectGate;
import dev.fairlead.orchestrator.rollout.Command.ResumeRollout;
import dev.fairlead.orchestrator.rollout.Command.RetryRollout;

import static dev.fairlead.orchestrator.rollout.Canaries.PODINFO;

/** What people may ask for. */
final class People {

    /** Why, in all of these. */
    static final String WHY = "it looks odd";

    private static final Asked KIM = asked("", "");

    private People() {}

    static Saying pause() {
        return (state, at) -> new PauseRollout(PODINFO, KIM, at);
    }

    static Saying pauseAt(String step, String rollout) {
        return (state, at) -> new PauseRollout(PODINFO, asked(step, rollout), at);
    }

    static Saying resume() {
        return (state, at) -> new ResumeRollout(PODINFO, KIM, at);
    }

    static Saying promote() {
        return (state, at) -> new PromoteRollout(PODINFO, KIM, at);
    }

    static Saying abort() {
        return (state, at) -> new AbortRollout(PODINFO, KIM, at);
    }

    static Saying retry() {
        return (state, at) -> new RetryRollout(PODINFO, KIM, at);
    }

    static Saying approve(String gate) {
        return (state, at) -> new ApproveGate(PODINFO, gate, KIM, at);
    }

    static Saying reject(String gate) {
        return (state, at) -> new RejectGate(PODINFO, gate, KIM, at);
    }

    private static Asked asked(String step, String rollout) {
        return new Asked("actor-1", "token", "127.0.0.1", WHY, step, rollout);
    }
}
