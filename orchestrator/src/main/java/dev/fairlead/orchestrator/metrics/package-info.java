/** Flagger's Prometheus metrics, folded from the log. Shows only; decides and appends nothing. */
@NullMarked
package dev.fairlead.orchestrator.metrics;

import org.jspecify.annotations.NullMarked;
