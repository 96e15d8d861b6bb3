/** Tells the orchestrator what came of an order. Decides nothing. */
@NullMarked
package dev.fairlead.analyzer.publish;

import org.jspecify.annotations.NullMarked;
