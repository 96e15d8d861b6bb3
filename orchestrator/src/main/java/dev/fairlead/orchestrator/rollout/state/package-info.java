/**
 * What is known of a target, and how each fact changes it. Facts alone change a state; whether a
 * fact is right is not asked here.
 */
@NullMarked
package dev.fairlead.orchestrator.rollout.state;

import org.jspecify.annotations.NullMarked;
