/** What a routing object says of itself beside where it leads; who writes or watches it is decided elsewhere. */
@NullMarked
package dev.fairlead.canary.route;

import org.jspecify.annotations.NullMarked;
