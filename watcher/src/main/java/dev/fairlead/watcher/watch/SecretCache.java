package dev.fairlead.watcher.watch;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.fairlead.watcher.detection.ConfigSight;
import dev.fairlead.watcher.detection.Place;

/** Where it is kept what Secrets hold. */
public final class SecretCache {

    private final Caches caches;

    private final Consumer<Place> known;

    private final Supplier<Set<Place>> used;

    SecretCache(Caches caches, Supplier<Set<Place>> used, Consumer<Place> known) {
        this.caches = caches;
        this.used = used;
        this.known = known;
    }

    Optional<ConfigSight> secret(Place place) {
        return caches.secret(place);
    }

    /** Keeps what was read of a Secret, if that is still its version. */
    public void read(Place place, ConfigSight secret) {
        caches.read(place, secret);
    }

    /** A Secret was read and is not there. */
    void absent(Place place) {
        caches.absent(place);
    }

    /** The Secrets that targets use. */
    Set<Place> used() {
        return used.get();
    }

    /** There may be something new to know of a Secret. */
    public void known(Place place) {
        known.accept(place);
    }
}
