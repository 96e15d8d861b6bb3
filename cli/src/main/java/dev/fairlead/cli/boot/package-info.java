/** Puts the commands together and starts the one that was asked for. No command is written here. */
@NullMarked
package dev.fairlead.cli.boot;

import org.jspecify.annotations.NullMarked;
