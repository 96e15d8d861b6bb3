package dev.fairlead.orchestrator.api;

/** The whole log is already being read by others. */
final class TooManyScans extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyScans(int most) {
        super("Expected at most " + most + " readings of the whole log at a time; try again later");
    }
}
