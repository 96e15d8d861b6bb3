/**
 * A cluster in memory: objects with versions, an API server that refuses, watches that break, the
 * controllers that make pods, and what is measured of them. Knows no orders and no rollouts.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.cluster;

import org.jspecify.annotations.NullMarked;
