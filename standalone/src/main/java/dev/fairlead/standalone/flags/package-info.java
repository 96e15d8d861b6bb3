/**
 * The command line: Flagger's flags and our own, and what each of them says in the words of the
 * services' settings. Nothing is started or read here.
 */
@NullMarked
package dev.fairlead.standalone.flags;

import org.jspecify.annotations.NullMarked;
