package dev.fairlead.orchestrator.rollout;

/** Why a person's command cannot be done. */
public sealed interface Rejection {

    /** One sentence for the person. */
    String message();

    /** The name is not that of a target. */
    record TargetUnknown(String target) implements Rejection {

        @Override
        public String message() {
            return "Expected the name of a target, but nothing is known of \"" + target + "\"";
        }
    }
}
