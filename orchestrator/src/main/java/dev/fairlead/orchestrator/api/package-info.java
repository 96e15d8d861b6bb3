/**
 * Shows targets, their states and their events as JSON. Every instance does; nothing is decided or
 * appended here.
 */
@NullMarked
package dev.fairlead.orchestrator.api;

import org.jspecify.annotations.NullMarked;
