package dev.fairlead.orchestrator.eventlog;

/**
 * A definition under its content hash.
 *
 * @param hash
 *            {@code sha256:} and 64 hexadecimal characters
 * @param body
 *            the JSON that was hashed
 */
public record StoredDefinition(String hash, String body) {}
