/**
 * What has been decided or has come true of a target: the log's words. A fact is never wrong and
 * never changes; a released one keeps its form for ever.
 */
@NullMarked
package dev.fairlead.events.fact;

import org.jspecify.annotations.NullMarked;
