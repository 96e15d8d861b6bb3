/**
 * Says what was seen on the cluster's topic, in order, and that the watcher is alive; hears when
 * it is asked to say all again. What is worth saying is not known here.
 */
@NullMarked
package dev.fairlead.watcher.publish;

import org.jspecify.annotations.NullMarked;
