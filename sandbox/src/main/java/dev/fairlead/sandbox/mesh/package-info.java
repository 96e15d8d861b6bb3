/**
 * The data plane: watches services, pods and routes, and carries real HTTP traffic as a mesh would,
 * measured as Istio measures. What a route means is thought out in {@code routing}; nothing here
 * writes to the cluster.
 */
@NullMarked
package dev.fairlead.sandbox.mesh;

import org.jspecify.annotations.NullMarked;
