/**
 * What the one HTTP port shows of all five services together: whether they are ready, and their
 * metrics. The API is the orchestrator's own.
 */
@NullMarked
package dev.fairlead.standalone.web;

import org.jspecify.annotations.NullMarked;
