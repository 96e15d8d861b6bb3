package dev.fairlead.watcher.detection;

import dev.fairlead.events.Seen;
import dev.fairlead.events.Weight;

/**
 * What is kept of a VirtualService.
 *
 * @param seen
 *            its marks
 * @param canary
 *            the share of the canary
 * @param intact
 *            whether the two weights sum to 100 and both sides are named
 * @param manager
 *            the field manager of the newest write
 */
public record RouteSight(Seen seen, Weight canary, boolean intact, String manager) {}
