package dev.fairlead.canary.model;

/**
 * Which object, and which state of it.
 *
 * @param uid empty for a manifest that no API server has seen
 * @param resourceVersion empty likewise
 * @param generation 0 likewise
 */
public record Identity(String namespace, String name, String uid, String resourceVersion,
        long generation) {}
