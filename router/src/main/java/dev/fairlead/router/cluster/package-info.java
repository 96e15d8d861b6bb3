/**
 * The border to one API server: reads, fenced writes, what was written last. It knows no orders and
 * no kinds of its own.
 */
@NullMarked
package dev.fairlead.router.cluster;

import org.jspecify.annotations.NullMarked;
