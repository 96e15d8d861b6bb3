/** Delivers a notice to everyone who wants it, with limits. Knows no technology of any channel. */
@NullMarked
package dev.fairlead.notifier.work;

import org.jspecify.annotations.NullMarked;
