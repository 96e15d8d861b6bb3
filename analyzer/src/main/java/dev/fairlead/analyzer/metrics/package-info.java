/** What every metric store does, and how access to it is read at use. No verdicts here. */
@NullMarked
package dev.fairlead.analyzer.metrics;

import org.jspecify.annotations.NullMarked;
