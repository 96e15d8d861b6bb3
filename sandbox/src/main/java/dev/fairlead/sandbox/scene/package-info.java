/**
 * Puts a world and its traffic together: the one place that knows all parts that make, carry,
 * receive and measure it. Decides nothing and starts no rollout.
 */
@NullMarked
package dev.fairlead.sandbox.scene;

import org.jspecify.annotations.NullMarked;
