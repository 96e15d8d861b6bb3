package dev.fairlead.events.wire;

import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the fields of one schema version into those of the next. Pure; once released, never
 * edited.
 *
 * @param type
 *            the word's name
 * @param from
 *            the version it reads; it writes {@code from + 1}
 * @param change
 *            edits the fields in place
 */
public record Upcaster(String type, int from, java.util.function.Consumer<ObjectNode> change) {}
