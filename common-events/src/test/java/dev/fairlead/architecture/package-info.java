/**
 * The rules of architecture that every module's {@code ArchitectureTest} applies to itself; not for anything that a
 * running service needs.
 */
@NullMarked
package dev.fairlead.architecture;

import org.jspecify.annotations.NullMarked;
