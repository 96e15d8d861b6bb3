package dev.fairlead.canary.model;

import java.util.Map;

/**
 * Labels and annotations for one generated Service.
 *
 * @param given whether the part is there at all, even empty: an apex part that is given also labels the route
 */
public record CustomMetadata(boolean given, Map<String, String> labels,
        Map<String, String> annotations) {

    /** Nothing. */
    public static final CustomMetadata NONE = new CustomMetadata(false, Map.of(), Map.of());
}
