package dev.fairlead.orchestrator.rollout.state;

/** Flagger's phases, as {@code status.phase} and the condition {@code Promoted} tell them. */
public final class Phases {

    public static final String INITIALIZING = "Initializing";
    public static final String INITIALIZED = "Initialized";
    public static final String WAITING = "Waiting";
    public static final String WAITING_PROMOTION = "WaitingPromotion";
    public static final String PROGRESSING = "Progressing";
    public static final String PROMOTING = "Promoting";
    public static final String FINALISING = "Finalising";
    public static final String SUCCEEDED = "Succeeded";
    public static final String FAILED = "Failed";

    public static final String TERMINATING = "Terminating";

    private Phases() {}

    /** The status of the condition {@code Promoted} in a phase. */
    public static String promoted(String phase) {
        return switch (phase) {
            case INITIALIZED, SUCCEEDED -> "True";
            case FAILED -> "False";
            default -> "Unknown"; // phases are text by contract, not a type of ours
        };
    }
}
