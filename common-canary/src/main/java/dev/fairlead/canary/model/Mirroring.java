package dev.fairlead.canary.model;

/**
 * Copies of requests to the canary before it gets real ones.
 *
 * @param weight percent of requests to copy; 0 means all, unsaid
 */
public record Mirroring(boolean wanted, int weight) {}
