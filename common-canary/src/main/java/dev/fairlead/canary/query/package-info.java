/** The queries of metric checks: which built-in one, and its text on the wire; no HTTP, no verdicts in here. */
@NullMarked
package dev.fairlead.canary.query;

import org.jspecify.annotations.NullMarked;
