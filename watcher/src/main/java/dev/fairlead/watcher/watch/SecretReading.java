package dev.fairlead.watcher.watch;

import dev.fairlead.watcher.detection.Place;

/** The way to what a Secret holds. */
public interface SecretReading {

    /** Reads a Secret, unless that is being done or has just failed; does not wait. */
    void request(Place place);
}
