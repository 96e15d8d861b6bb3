package dev.fairlead.sandbox.mesh.routing;

import java.util.Map;

/** The subsets that a DestinationRule makes of a host: labels by name of the subset. */
public record Subsets(String host, Map<String, Map<String, String>> labels) {

    public Subsets {
        labels = Map.copyOf(labels);
    }
}
