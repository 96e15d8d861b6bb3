/**
 * Routes through Istio's VirtualService and DestinationRule. Pure: it drafts, others write.
 */
@NullMarked
package dev.fairlead.router.traffic.istio;

import org.jspecify.annotations.NullMarked;
