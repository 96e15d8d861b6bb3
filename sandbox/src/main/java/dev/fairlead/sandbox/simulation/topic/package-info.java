/**
 * The topics: records in order, offsets, groups, and a broker that can be reached or not. Knows
 * nothing of what is in a record.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.topic;

import org.jspecify.annotations.NullMarked;
