/**
 * Puts the sandbox's parts together, starts and ends them in order; what happens in the world is not decided here.
 */
@NullMarked
package dev.fairlead.sandbox.world;

import org.jspecify.annotations.NullMarked;
