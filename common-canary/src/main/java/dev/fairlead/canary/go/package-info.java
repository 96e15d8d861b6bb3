/** How Go writes and reads durations, numbers, text and JSON, since users see both engines side by side; no rules of rollouts in here. */
@NullMarked
package dev.fairlead.canary.go;

import org.jspecify.annotations.NullMarked;
