/**
 * The pages that people look at, rendered here, and the login. Shows what the log holds and hands
 * in commands through the API's desk; nothing is decided, and no topic or loop is known here.
 */
@NullMarked
package dev.fairlead.orchestrator.console;

import org.jspecify.annotations.NullMarked;
