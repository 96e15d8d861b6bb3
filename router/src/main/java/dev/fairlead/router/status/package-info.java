/**
 * Writes the Canary's status and the Kubernetes events that people read. What they say is decided
 * elsewhere.
 */
@NullMarked
package dev.fairlead.router.status;

import org.jspecify.annotations.NullMarked;
