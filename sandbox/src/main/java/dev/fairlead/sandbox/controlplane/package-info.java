/**
 * A real Kubernetes control plane on loopback, without containers; what watches or changes it is not its business.
 */
@NullMarked
package dev.fairlead.sandbox.controlplane;

import org.jspecify.annotations.NullMarked;
