/** How log lines look. What is logged is for others to say. */
@NullMarked
package dev.fairlead.standalone.logs;

import org.jspecify.annotations.NullMarked;
