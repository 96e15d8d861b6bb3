/**
 * Says what workers must do and people must hear because of a fact. Pure: what a fact means was
 * decided before.
 */
@NullMarked
package dev.fairlead.orchestrator.rollout.tell;

import org.jspecify.annotations.NullMarked;
