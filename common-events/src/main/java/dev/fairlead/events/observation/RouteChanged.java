package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;

/**
 * The routing object now sends requests this way.
 *
 * @param route
 *            its marks; settled once the mesh or gateway has taken it, where it says so
 * @param canary
 *            the canary's share
 * @param intact
 *            whether the two weights sum to 100 and both sides are named
 * @param manager
 *            the field manager of the newest write, as the API server recorded it
 * @param mirrored
 *            whether requests are copied to the canary
 */
public record RouteChanged(TargetKey target, Life life, Seen route, Weight canary, boolean intact,
        String manager, boolean mirrored) implements Observation {

    /** Without copies of requests. */
    public RouteChanged(TargetKey target, Life life, Seen route, Weight canary, boolean intact,
            String manager) {
        this(target, life, route, canary, intact, manager, false);
    }
}
