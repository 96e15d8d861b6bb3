/**
 * The folder in which standalone keeps everything: who has it, and what lies where. What the files
 * hold is for others to know.
 */
@NullMarked
package dev.fairlead.standalone.folder;

import org.jspecify.annotations.NullMarked;
