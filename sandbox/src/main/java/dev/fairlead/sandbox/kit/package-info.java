/**
 * Finds the binaries that the sandbox starts, by running the kit script; it neither starts nor configures them.
 */
@NullMarked
package dev.fairlead.sandbox.kit;

import org.jspecify.annotations.NullMarked;
