/**
 * The log in memory, as Postgres keeps it: tables, lease, checks, clock, backups. Knows nothing of
 * what is in the events.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.log;

import org.jspecify.annotations.NullMarked;
