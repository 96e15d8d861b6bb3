/**
 * Prepares, scales and promotes workloads. When to do so is decided elsewhere.
 */
@NullMarked
package dev.fairlead.router.workload;

import org.jspecify.annotations.NullMarked;
