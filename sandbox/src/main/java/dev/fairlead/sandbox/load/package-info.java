/**
 * Makes steady traffic and counts what became of it, so that a lost request is seen and a share of
 * traffic is measured. Knows targets by host only.
 */
@NullMarked
package dev.fairlead.sandbox.load;

import org.jspecify.annotations.NullMarked;
