/**
 * What must always hold, checked against what the log, the clusters and people show, and against
 * nothing inside the engine. Changes nothing.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.rule;

import org.jspecify.annotations.NullMarked;
