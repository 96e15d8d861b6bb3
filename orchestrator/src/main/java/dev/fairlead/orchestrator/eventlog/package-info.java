/**
 * The log and what is written with it in one transaction: events, heads, orders, definitions,
 * offsets, answers. Decides nothing and knows no rule of a rollout; no Kafka here.
 */
@NullMarked
package dev.fairlead.orchestrator.eventlog;

import org.jspecify.annotations.NullMarked;
