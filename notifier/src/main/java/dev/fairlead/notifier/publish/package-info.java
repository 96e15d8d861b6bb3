/** Tells the orchestrator what became of an order. Decides nothing. */
@NullMarked
package dev.fairlead.notifier.publish;

import org.jspecify.annotations.NullMarked;
