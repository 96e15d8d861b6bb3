/**
 * What benches stand on: a world with the engine in it, targets in any number, clocks at the API
 * server, at the metric store and on the topics, and the bare chain that the engine is compared
 * with. No figure is known here.
 */
@NullMarked
package dev.fairlead.sandbox.bench.ground;

import org.jspecify.annotations.NullMarked;
