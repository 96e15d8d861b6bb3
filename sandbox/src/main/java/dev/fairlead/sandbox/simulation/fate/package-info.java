/**
 * When things happen and what goes wrong, all from one seed: time, chance, faults, and who lives.
 * Knows nothing of what it is that happens.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.fate;

import org.jspecify.annotations.NullMarked;
