/** Looks at what the engine stands on, from where the person stands. Nothing is changed by it. */
@NullMarked
package dev.fairlead.cli.doctor;

import org.jspecify.annotations.NullMarked;
