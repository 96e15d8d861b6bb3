package dev.fairlead.canary.crd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The three custom resources, by the names that users' manifests and scripts know. */
public enum CustomResource {
    CANARY("Canary", "canaries"), METRIC_TEMPLATE("MetricTemplate", "metrictemplates"),
    ALERT_PROVIDER("AlertProvider",
            "alertproviders");

    /** The API group of all three. */
    public static final String GROUP = "flagger.app";
    /** The only version. */
    public static final String VERSION = "v1beta1";
    /** As in the {@code apiVersion} of a manifest. */
    public static final String API_VERSION = GROUP + "/" + VERSION;

    private final String kind;
    private final String plural;

    CustomResource(String kind, String plural) {
        this.kind = kind;
        this.plural = plural;
    }

    /** The kind in manifests. */
    public String kind() {
        return kind;
    }

    /** The name in URLs. */
    public String plural() {
        return plural;
    }

    /** The name of the definition. */
    public String definitionName() {
        return plural + "." + GROUP;
    }

    /** The definition as shipped, in YAML. */
    public String definition() {
        String resource = "/dev/fairlead/canary/crds/" + plural + ".yaml";
        try (InputStream in = CustomResource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
