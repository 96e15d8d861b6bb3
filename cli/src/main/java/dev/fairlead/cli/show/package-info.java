/** Makes text of what the engine says. Nothing is asked here, and nothing decided. */
@NullMarked
package dev.fairlead.cli.show;

import org.jspecify.annotations.NullMarked;
