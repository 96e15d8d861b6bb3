/** Calls a hook: payload, retries, what counts as an answer. Which hooks are called is not decided here. */
@NullMarked
package dev.fairlead.analyzer.hooks;

import org.jspecify.annotations.NullMarked;
