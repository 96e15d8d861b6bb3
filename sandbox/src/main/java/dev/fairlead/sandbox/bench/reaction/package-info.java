/** The figures of {@code fairlead bench reaction}: how soon the engine does what an event allows. */
@NullMarked
package dev.fairlead.sandbox.bench.reaction;

import org.jspecify.annotations.NullMarked;
