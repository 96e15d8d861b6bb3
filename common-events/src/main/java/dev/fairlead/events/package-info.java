/**
 * The values all services name things with: targets, lives, fences, weights, revisions. Only
 * values live here: no technology, no rule about rollouts, nothing that waits or talks.
 */
@NullMarked
package dev.fairlead.events;

import org.jspecify.annotations.NullMarked;
