package dev.fairlead.canary.model;

import java.util.Set;

/** Metadata of the three Services, and the keys on them that belong to others. */
public record ServiceMetadata(CustomMetadata apex, CustomMetadata primary, CustomMetadata canary,
        Set<String> unmanagedAnnotations, Set<String> unmanagedLabels) {}
