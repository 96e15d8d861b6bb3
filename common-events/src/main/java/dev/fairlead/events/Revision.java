package dev.fairlead.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A version of a target's pod template and of the configs that it uses.
 *
 * @param template
 *            the fingerprint of the pod template
 * @param configs
 *            {@code configmap/name} or {@code secret/name} to the checksum of its data
 * @param images
 *            the containers' images in the order of the template, for people; not compared
 */
public record Revision(Fingerprint template, Map<String, String> configs, List<String> images) {

    /** Nothing was seen or promoted. */
    public static final Revision NONE = new Revision(Fingerprint.NONE, Map.of(), List.of());

    public Revision {
        configs = java.util.Collections.unmodifiableMap(new TreeMap<>(configs));
        images = List.copyOf(images);
    }

    /** Whether template and configs are the same. */
    public boolean sameAs(Revision other) {
        return template.equals(other.template) && configs.equals(other.configs);
    }

    public boolean isNone() {
        return template.equals(Fingerprint.NONE);
    }
}
