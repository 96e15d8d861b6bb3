/**
 * Releases without a mesh: requests follow the Services, which are written elsewhere. Nothing here
 * shares requests out.
 */
@NullMarked
package dev.fairlead.router.traffic.kubernetes;

import org.jspecify.annotations.NullMarked;
