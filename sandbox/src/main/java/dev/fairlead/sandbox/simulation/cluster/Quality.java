package dev.fairlead.sandbox.simulation.cluster;

import java.util.List;

import dev.fairlead.router.plan.Fields;

/** What a version is worth, as its image's tag says: {@code app:good-17}. */
public enum Quality {
    GOOD, BAD, FLAKY, STUCK;

    /** The quality of what a Deployment runs. */
    public static Quality of(Fields deployment) {
        List<Fields> containers = deployment.list("spec", "template", "spec", "containers");
        String image = containers.isEmpty() ? "" : containers.getFirst().text("image");
        return ofImage(image);
    }

    /** The quality of an image. */
    public static Quality ofImage(String image) {
        for (Quality quality : values()) {
            if (image.startsWith("app:" + quality.name().toLowerCase(java.util.Locale.ROOT))) {
                return quality;
            }
        }
        return GOOD;
    }

    boolean getsReady() {
        return this != STUCK;
    }
}
