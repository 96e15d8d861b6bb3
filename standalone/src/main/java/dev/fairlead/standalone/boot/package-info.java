/** Starts standalone from the command line and puts its parts together. */
@NullMarked
package dev.fairlead.standalone.boot;

import org.jspecify.annotations.NullMarked;
