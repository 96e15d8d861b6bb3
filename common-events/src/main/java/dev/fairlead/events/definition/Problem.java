package dev.fairlead.events.definition;

/**
 * Why a Canary cannot be used.
 *
 * @param field
 *            the path, such as {@code spec.analysis.interval}
 * @param came
 *            the value that came; empty when nothing came or it is secret
 * @param message
 *            the whole sentence for people, naming the field, the value and what was expected
 */
public record Problem(String field, String came, String message) {}
