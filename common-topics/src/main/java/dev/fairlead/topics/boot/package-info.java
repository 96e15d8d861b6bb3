/** Beans that every service imports in its own room {@code boot}. Nothing else is here. */
@NullMarked
package dev.fairlead.topics.boot;

import org.jspecify.annotations.NullMarked;
