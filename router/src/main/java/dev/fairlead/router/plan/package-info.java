/**
 * Thinks: what each object is to become, from how it is and what was ordered. Pure: no clock, no
 * chance, no calls; it decides nothing about rollouts.
 */
@NullMarked
package dev.fairlead.router.plan;

import org.jspecify.annotations.NullMarked;
