package dev.fairlead.canary.model;

/** What the {@code fairlead.dev/} annotations of a Canary say; all optional. */
public record Wishes(Drain drain, GateTimeout gateTimeout, Absence onNoData,
        Absence onSourceError) {}
