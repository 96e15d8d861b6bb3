/** Puts the analyzer together. No logic here. */
@NullMarked
package dev.fairlead.analyzer.boot;

import org.jspecify.annotations.NullMarked;
