/** Puts the watcher together. No logic here. */
@NullMarked
package dev.fairlead.watcher.boot;

import org.jspecify.annotations.NullMarked;
