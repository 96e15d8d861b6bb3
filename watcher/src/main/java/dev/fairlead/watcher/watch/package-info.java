/**
 * Keeps an eye on the clusters: informers, what is kept of each object, and which target is looked
 * at again when. What an object means is not known here.
 */
@NullMarked
package dev.fairlead.watcher.watch;

import org.jspecify.annotations.NullMarked;
