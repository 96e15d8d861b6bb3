/**
 * The engine as it ships in worlds that are made up: one seed, one scheduler, virtual time, and
 * everything that may go wrong. Puts the models, processes, people and rules together.
 */
@NullMarked
package dev.fairlead.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
