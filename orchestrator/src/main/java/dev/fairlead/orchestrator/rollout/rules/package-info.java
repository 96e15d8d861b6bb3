/**
 * The rules of a rollout: what follows from a word in each state. Facts are drafted here and
 * nothing is done; no clock, chance, framework or technology may come in.
 */
@NullMarked
package dev.fairlead.orchestrator.rollout.rules;

import org.jspecify.annotations.NullMarked;
