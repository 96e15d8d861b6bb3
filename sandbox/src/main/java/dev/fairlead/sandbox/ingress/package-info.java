/**
 * Listeners that let plain HTTP clients into the mesh: each stands before one proxy and decides
 * nothing itself.
 */
@NullMarked
package dev.fairlead.sandbox.ingress;

import org.jspecify.annotations.NullMarked;
