/** Moves the log from one database to another, whole or not at all. What is in it is not read. */
@NullMarked
package dev.fairlead.standalone.move;

import org.jspecify.annotations.NullMarked;
