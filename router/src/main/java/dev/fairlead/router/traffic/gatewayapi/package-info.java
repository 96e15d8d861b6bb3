/**
 * Routes through the Gateway API's HTTPRoute. Pure: it drafts, others write.
 */
@NullMarked
package dev.fairlead.router.traffic.gatewayapi;

import org.jspecify.annotations.NullMarked;
