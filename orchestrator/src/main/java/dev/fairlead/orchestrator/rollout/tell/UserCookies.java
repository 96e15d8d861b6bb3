package dev.fairlead.orchestrator.rollout.tell;

import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The cookies that keep users on a side, as the log has them. */
final class UserCookies {

    private UserCookies() {}

    /**
     * @param canary
     *            the share that the route is to have
     */
    static Cookies of(TargetState state, Weight canary) {
        Analysis analysis = state.definition().analysis();
        if (!analysis.keepsUsers()) {
            return Cookies.NONE;
        }
        if (!canary.equals(Weight.ZERO)) {
            return Cookies.during(analysis.sessionAffinity(), state.life(), state.rollout(),
                    canary);
        }
        RolloutId last = state.standing().cookied();
        return last.equals(RolloutId.NONE)
                ? Cookies.NONE
                : Cookies.after(analysis.sessionAffinity(), state.life(), last);
    }
}
