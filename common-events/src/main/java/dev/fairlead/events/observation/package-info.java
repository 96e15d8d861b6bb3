/**
 * What watchers claim about clusters. A claim may be wrong, late or come twice; no decision is
 * here.
 */
@NullMarked
package dev.fairlead.events.observation;

import org.jspecify.annotations.NullMarked;
