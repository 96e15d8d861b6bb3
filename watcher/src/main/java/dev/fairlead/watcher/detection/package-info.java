/**
 * What the cluster's objects mean for a target, and what of it is news. Pure: no clients, no clock,
 * nothing that waits; deciding what to do about it belongs to the orchestrator.
 */
@NullMarked
package dev.fairlead.watcher.detection;

import org.jspecify.annotations.NullMarked;
