package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The texts that tell why a rollout does not advance; a contract with Flagger's users. */
public final class HaltTexts {

    private HaltTexts() {}

    /** The event of a failed pre-rollout or rollout hook. */
    public static String hook(TargetState state, HookType type, String hook, String error) {
        TargetKey target = state.target();
        String check = type == HookType.PRE_ROLLOUT ? "pre-rollout" : "external";
        return "Halt " + target.name() + "." + target.namespace() + " advancement " + check
                + " check " + hook + " failed " + error;
    }
}
