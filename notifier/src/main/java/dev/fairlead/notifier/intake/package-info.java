/** Hears orders from the topic and hands them to the work. Delivers nothing itself. */
@NullMarked
package dev.fairlead.notifier.intake;

import org.jspecify.annotations.NullMarked;
