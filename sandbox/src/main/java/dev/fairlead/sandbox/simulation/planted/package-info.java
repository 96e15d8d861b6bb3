/**
 * Mistakes that are planted into a copy of the engine's classes while they are loaded, one at a
 * time, to see whether the worlds find them. The code that ships knows nothing of it.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.planted;

import org.jspecify.annotations.NullMarked;
