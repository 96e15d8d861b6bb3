package dev.fairlead.orchestrator.eventlog;

/**
 * What a person is told.
 *
 * @param command
 *            the id of what was asked
 * @param text
 *            JSON
 */
public record Answer(String command, String text) {}
