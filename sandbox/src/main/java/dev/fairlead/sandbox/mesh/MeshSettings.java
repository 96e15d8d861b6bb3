package dev.fairlead.sandbox.mesh;

import java.time.Duration;

/**
 * How quickly the mesh learns.
 *
 * @param soonest     from a write to the first moment a proxy may obey it, at least 0
 * @param latest      to the last moment at which every proxy obeys it, at most 60 s
 * @param connectTime limit for a connection to a pod
 * @param longest     limit for an answer where the route names none
 */
public record MeshSettings(Duration soonest, Duration latest, Duration connectTime,
        Duration longest) {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    public MeshSettings {
        if (soonest.isNegative() || latest.compareTo(soonest) < 0
                || latest.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("Expected 0 <= soonest <= latest <= " + LONGEST_DELAY
                    + ", but got soonest " + soonest + ", latest " + latest);
        }
    }

    /** As a busy mesh: each proxy obeys 0.1 to 1 s after the write. */
    public static MeshSettings lifelike() {
        return delayed(Duration.ofMillis(100), Duration.ofSeconds(1));
    }

    /** Each proxy obeys within 5 ms, for benches. */
    public static MeshSettings prompt() {
        return delayed(Duration.ZERO, Duration.ofMillis(3));
    }

    public static MeshSettings delayed(Duration soonest, Duration latest) {
        return new MeshSettings(soonest, latest, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }
}
