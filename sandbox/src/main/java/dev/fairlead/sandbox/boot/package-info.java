/** Starts the sandbox from the command line. No rule of a rollout or of the world is here. */
@NullMarked
package dev.fairlead.sandbox.boot;

import org.jspecify.annotations.NullMarked;
