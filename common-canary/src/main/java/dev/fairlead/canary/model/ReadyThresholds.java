package dev.fairlead.canary.model;

/** How many of the updated pods must be available, in percent, 0 to 100. */
public record ReadyThresholds(int primary, int canary) {}
