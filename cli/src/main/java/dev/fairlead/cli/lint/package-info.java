/**
 * Checks manifests with the rules that the watcher has, and finds the line of what is wrong. No
 * engine and no cluster is asked.
 */
@NullMarked
package dev.fairlead.cli.lint;

import org.jspecify.annotations.NullMarked;
