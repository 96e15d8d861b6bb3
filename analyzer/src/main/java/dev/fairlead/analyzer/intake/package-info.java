/** Hears orders from the topics and hands them to the work. Measures nothing itself. */
@NullMarked
package dev.fairlead.analyzer.intake;

import org.jspecify.annotations.NullMarked;
