/**
 * Takes what was heard, asked for and fell due, has it decided, and appends what follows: one
 * thread, one writer. The only room that decides and appends. Knows the outside by interfaces
 * alone; no rule of a rollout, no Kafka and no SQL here.
 */
@NullMarked
package dev.fairlead.orchestrator.loop;

import org.jspecify.annotations.NullMarked;
