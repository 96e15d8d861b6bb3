package dev.fairlead.watcher.detection;

import dev.fairlead.events.Seen;
import dev.fairlead.events.Weight;

/**
 * What is kept of a VirtualService or HTTPRoute.
 *
 * @param seen
 *            its marks
 * @param canary
 *            the share of the canary
 * @param intact
 *            whether the two weights sum to 100 and both sides are named
 * @param accepted
 *            whether the gateways that it names have taken it as it stands; no VirtualService names
 *            one that would say so
 * @param manager
 *            the field manager of the newest write
 * @param mirrored
 *            whether requests are copied to the canary
 */
public record RouteSight(Seen seen, Weight canary, boolean intact, boolean accepted,
        String manager, boolean mirrored) {}
