/**
 * What has come true of the engine itself and of clusters: facts in streams that no target owns.
 */
@NullMarked
package dev.fairlead.events.engine;

import org.jspecify.annotations.NullMarked;
