package dev.fairlead.orchestrator.rollout;

/** Why a person's command cannot be done. */
public sealed interface Rejection {

    /** One sentence for the person. */
    String message();

    /** The name of the reason; an interface with those who call the API. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** The name is not that of a target. */
    record TargetUnknown(String target) implements Rejection {

        @Override
        public String message() {
            return "Expected the name of a target, but nothing is known of \"" + target + "\"";
        }
    }

    /** The target stands elsewhere than the person saw it. */
    record MovedOn(String what, String expected, String found) implements Rejection {

        @Override
        public String message() {
            return "Expected the " + what + " " + expected + ", but it is "
                    + (found.isEmpty() ? "none" : found) + " by now";
        }
    }

    record NothingToPause(String message) implements Rejection {}

    record AlreadyPaused(String message) implements Rejection {}

    record NotPaused(String message) implements Rejection {}

    record NothingToPromote(String message) implements Rejection {}

    record CanaryNotReady(String message) implements Rejection {}

    record PromotionUnderWay(String message) implements Rejection {}

    record NothingToAbort(String message) implements Rejection {}

    record TooLateToAbort(String message) implements Rejection {}

    record AlreadyRollingBack(String message) implements Rejection {}

    record PrimaryNotReady(String message) implements Rejection {}

    record NothingToRetry(String message) implements Rejection {}

    record GateNotAwaited(String message) implements Rejection {}

    record AlreadyShut(String message) implements Rejection {}
}
