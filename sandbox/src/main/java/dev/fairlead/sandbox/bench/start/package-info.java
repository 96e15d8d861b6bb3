/** The figures of {@code fairlead bench start}: the demo as a stranger runs it, from outside. */
@NullMarked
package dev.fairlead.sandbox.bench.start;

import org.jspecify.annotations.NullMarked;
