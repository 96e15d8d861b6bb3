package dev.fairlead.orchestrator.rollout.state;

/** Which step follows where the fact is the same on several ways. */
final class Steps {

    private Steps() {}

    static Step draining(Step from) {
        return switch (from.stage()) {
            case INITIALIZING -> Step.TAKEOVER_DRAIN;
            case PROMOTING, DRAINING -> Step.PROMOTION_DRAIN;
            case ROLLING_BACK -> Step.ROLLBACK_DRAIN;
            case TERMINATING -> Step.REVERT_DRAIN;
            case UNREGISTERED, IDLE, PROGRESSING -> throw new IllegalStateException(
                    "Expected a drain on the way out of a rollout, but it stands at " + from);
        };
    }

    static Step scaling(Step from) {
        return switch (from.stage()) {
            case INITIALIZING -> Step.STANDING_DOWN;
            case PROMOTING, DRAINING -> Step.SCALING_DOWN;
            case ROLLING_BACK -> Step.GIVING_UP;
            case TERMINATING -> Step.REVIVING;
            case PROGRESSING -> Step.SCALING_UP;
            case UNREGISTERED, IDLE -> throw new IllegalStateException(
                    "Expected to scale within a rollout, but it stands at " + from);
        };
    }
}
