package dev.fairlead.canary.model;

/**
 * Who is told, from which severity on.
 *
 * @param providerNamespace the Canary's unless given
 */
public record Alert(String name, Severity severity, String providerNamespace,
        String providerName) {}
