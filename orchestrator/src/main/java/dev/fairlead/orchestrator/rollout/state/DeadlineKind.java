package dev.fairlead.orchestrator.rollout.state;

/** What a deadline does, and whether it may do so while we see nothing. */
public enum DeadlineKind {
    /** The interval has passed: measure, or call pre-rollout hooks again. */
    ANALYSIS(false),
    /** Proxies have had their time: scale down. */
    DRAIN(false),
    /** Nobody answered an order, or it was refused: order it again. */
    REORDER(false),
    /** The interval has passed in a promotion by steps: give back more. */
    PROMOTION_STEP(false),
    /** The repair of a route was not confirmed: order it again. */
    REPAIR(false),
    /** A lost object could not be made again: order it again. */
    REMAKE(false),
    /** The canary or primary must be ready by now: give up. */
    READINESS(true),
    /** Nobody told what the hooks of a gate say: ask them anew. */
    GATE(false),
    /** Nobody told what the rollback hooks say: ask them anew. */
    ROLLBACK_GATE(false),
    /** The gate has been closed for too long: remind people, or what the Canary says. */
    GATE_TIMEOUT(true);

    private final boolean needsEyes;

    DeadlineKind(boolean needsEyes) {
        this.needsEyes = needsEyes;
    }

    /**
     * Whether it moves traffic or ends a rollout, so that all that was observed and reported
     * before it fell due must have been heard first.
     */
    public boolean needsEyes() {
        return needsEyes;
    }

    /** Whether it belongs to something beside the step, and so outlives it. */
    boolean outlivesSteps() {
        return switch (this) {
            case REPAIR, REMAKE, GATE, ROLLBACK_GATE, GATE_TIMEOUT -> true;
            case ANALYSIS, DRAIN, REORDER, PROMOTION_STEP, READINESS -> false;
        };
    }

    /** Whether it goes with the gates of a rollout. */
    boolean isOfGate() {
        return switch (this) {
            case GATE, ROLLBACK_GATE, GATE_TIMEOUT -> true;
            case ANALYSIS, DRAIN, REORDER, PROMOTION_STEP, REPAIR, REMAKE, READINESS -> false;
        };
    }
}
