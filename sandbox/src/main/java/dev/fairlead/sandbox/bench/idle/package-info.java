/** The figures of {@code fairlead bench idle}: what the engine takes while nothing is released. */
@NullMarked
package dev.fairlead.sandbox.bench.idle;

import org.jspecify.annotations.NullMarked;
