/**
 * Decides what happens to a target, and nothing else: a state and a command in, facts out. Pure;
 * no clock, chance, framework or technology may come in here.
 */
@NullMarked
package dev.fairlead.orchestrator.rollout;

import org.jspecify.annotations.NullMarked;
