/**
 * Names of clusters become Kubernetes clients, the same for every service. What is said to a
 * cluster does not belong here.
 */
@NullMarked
package dev.fairlead.clusters;

import org.jspecify.annotations.NullMarked;
