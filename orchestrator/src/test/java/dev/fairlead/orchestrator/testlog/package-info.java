/** A real Postgres and made-up words for the tests of this module. */
@NullMarked
package dev.fairlead.orchestrator.testlog;

import org.jspecify.annotations.NullMarked;
