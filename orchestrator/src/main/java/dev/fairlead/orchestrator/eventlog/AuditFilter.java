package dev.fairlead.orchestrator.eventlog;

/**
 * Which events an auditor asks for; what is empty asks for nothing.
 *
 * @param stream
 *            a part of a stream's name
 * @param type
 *            of the fact, whole
 * @param rollout
 *            as {@code cluster/namespace/name#number}
 * @param actor
 *            a person's name, whole
 */
public record AuditFilter(String stream, String type, String rollout, String actor) {}
