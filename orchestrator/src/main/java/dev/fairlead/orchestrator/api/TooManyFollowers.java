package dev.fairlead.orchestrator.api;

/** No more connections can be kept open for events. */
public final class TooManyFollowers extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyFollowers(int most) {
        super("Expected at most " + most
                + " followers of events at a time; ask for pages instead, or try again later");
    }
}
