/**
 * A good release and a bad one, shown as they happen and judged by what users got. Uses the
 * engine as any user would: through the cluster.
 */
@NullMarked
package dev.fairlead.sandbox.demo;

import org.jspecify.annotations.NullMarked;
