/** Builds the orchestrator from its parts and runs it. Nothing that decides or stores is here. */
@NullMarked
package dev.fairlead.orchestrator.boot;

import org.jspecify.annotations.NullMarked;
