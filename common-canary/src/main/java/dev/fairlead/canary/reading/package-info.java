/** From the tree of a custom resource to its record, or to the list of what is wrong with it; no I/O in here. */
@NullMarked
package dev.fairlead.canary.reading;

import org.jspecify.annotations.NullMarked;
