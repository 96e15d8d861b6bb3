/**
 * Finds the engine and talks to it over HTTP. Nothing is shown here, and nothing is known of the
 * services' own code.
 */
@NullMarked
package dev.fairlead.cli.engine;

import org.jspecify.annotations.NullMarked;
