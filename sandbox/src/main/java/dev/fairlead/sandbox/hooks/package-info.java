/**
 * Stand-ins for what a team runs beside its cluster: a receiver of hooks with gates and load tests,
 * and a chat service. They record what came and answer as they were told.
 */
@NullMarked
package dev.fairlead.sandbox.hooks;

import org.jspecify.annotations.NullMarked;
