/**
 * The one JSON form of the words, for topics and for the log. Names types, never Java classes;
 * knows no topic and no table.
 */
@NullMarked
package dev.fairlead.events.wire;

import org.jspecify.annotations.NullMarked;
