package dev.fairlead.canary.model;

/** A Canary resource, read, checked and resolved. */
public record Canary(Identity identity, CanarySpec spec, Wishes wishes) {}
