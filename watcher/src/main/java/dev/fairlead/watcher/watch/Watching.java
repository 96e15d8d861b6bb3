package dev.fairlead.watcher.watch;

import java.util.List;

/** How well a cluster is seen just now. */
public interface Watching {

    /** Whether all that was there at first is known. */
    boolean isSettled();

    boolean isWatching(Kind kind);

    /** Whether Secrets are read from time to time, as they are not watched. */
    default boolean arePolled() {
        return false;
    }

    /** The names of the kinds that are not being watched and matter to a target. */
    List<String> blind();
}
