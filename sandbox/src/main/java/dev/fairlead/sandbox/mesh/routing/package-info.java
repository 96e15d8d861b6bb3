/**
 * Thinks where a request goes: a pure function of the routing objects, the endpoints and the
 * request. No network, no clock and no Kubernetes client belong here.
 */
@NullMarked
package dev.fairlead.sandbox.mesh.routing;

import org.jspecify.annotations.NullMarked;
