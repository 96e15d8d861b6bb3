/** Puts the notifier together. No logic here. */
@NullMarked
package dev.fairlead.notifier.boot;

import org.jspecify.annotations.NullMarked;
