/**
 * Reads what watchers and workers say, and asks watchers to say it again. Makes words of records;
 * decides nothing and stores nothing: where reading goes on, the log says.
 */
@NullMarked
package dev.fairlead.orchestrator.intake;

import org.jspecify.annotations.NullMarked;
