package dev.fairlead.orchestrator.inbox;

/**
 * A command in the inbox.
 *
 * @param answer
 *            JSON; empty while it is not decided
 */
public record HandedIn(String id, String target, String type, String answer) {}
