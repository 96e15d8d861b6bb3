/**
 * Events taken out of the log with the proof that they were in it, for people who check them without
 * the log.
 * Knows the form on paper and what makes it true; no meaning of an event, and no table.
 */
@NullMarked
package dev.fairlead.events.wire.bundle;

import org.jspecify.annotations.NullMarked;
