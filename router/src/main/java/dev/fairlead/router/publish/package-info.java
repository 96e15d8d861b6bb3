/**
 * Tells the orchestrator: reports and heartbeats. What is reported is found elsewhere.
 */
@NullMarked
package dev.fairlead.router.publish;

import org.jspecify.annotations.NullMarked;
