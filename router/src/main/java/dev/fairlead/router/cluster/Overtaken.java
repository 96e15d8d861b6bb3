package dev.fairlead.router.cluster;

import dev.fairlead.events.Fence;

/** Ends an attempt: an object shows a later order. Becomes a report, never a log. */
public final class Overtaken extends RuntimeException {

    private final Fence shown;

    public Overtaken(Fence shown) {
        super("overtaken by " + shown, null, false, false);
        this.shown = shown;
    }

    public Fence shown() {
        return shown;
    }
}
