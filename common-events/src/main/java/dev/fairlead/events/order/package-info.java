/**
 * What the orchestrator wants done. An order is complete in itself but for secrets, may come
 * twice, and names the event that it comes from.
 */
@NullMarked
package dev.fairlead.events.order;

import org.jspecify.annotations.NullMarked;
