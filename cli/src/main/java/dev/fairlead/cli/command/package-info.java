/** The commands, one class each: what is asked of the engine, and what is written where. */
@NullMarked
package dev.fairlead.cli.command;

import org.jspecify.annotations.NullMarked;
