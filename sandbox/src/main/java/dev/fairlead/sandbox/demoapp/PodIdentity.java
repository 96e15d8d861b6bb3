package dev.fairlead.sandbox.demoapp;

/**
 * Who an application is.
 *
 * @param version the tag of its image
 */
public record PodIdentity(String namespace, String pod, String app, String version) {}
