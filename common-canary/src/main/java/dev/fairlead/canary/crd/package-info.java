/** The custom resource definitions as shipped, and their names; no model in here. */
@NullMarked
package dev.fairlead.canary.crd;

import org.jspecify.annotations.NullMarked;
