package dev.fairlead.watcher.watch;

import java.util.Optional;
import java.util.function.Consumer;

import dev.fairlead.watcher.detection.ConfigSight;
import dev.fairlead.watcher.detection.Place;

/** Where it is kept what Secrets hold. */
public final class SecretCache {

    private final Caches caches;

    private final Consumer<Place> known;

    SecretCache(Caches caches, Consumer<Place> known) {
        this.caches = caches;
        this.known = known;
    }

    Optional<ConfigSight> secret(Place place) {
        return caches.secret(place);
    }

    /** Keeps what was read of a Secret, if that is still its version. */
    public void read(Place place, ConfigSight secret) {
        caches.read(place, secret);
    }

    /** There may be something new to know of a Secret. */
    public void known(Place place) {
        known.accept(place);
    }
}
