package dev.fairlead.canary.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The queries that {@code request-success-rate} and {@code request-duration} mean, per provider of metrics. Texts and
 * rules of selection are Flagger's, so that dashboards and recording rules made for them keep their use.
 */
public final class BuiltInQueries {

    private static final Set<String> EXACT =
            Set.of("linkerd", "istio", "contour", "nginx", "skipper",
                    "traefik", "osm", "kuma", "apisix", "knative");
    private static final String PLAIN_HTTP = "http";

    private BuiltInQueries() {}

    /**
     * The query template, a Go template.
     *
     * @param metricsProvider
     *            as in {@code CanarySpec.metricsProvider()}, such as {@code istio} or {@code istio:service}; whatever
     *            has no queries of its own has Istio's
     * @param metric
     *            {@code request-success-rate} or {@code request-duration}
     */
    public static String template(String metricsProvider, String metric) {
        return read(querySet(metricsProvider) + "/" + metric + ".promql");
    }

    private static String querySet(String provider) {
        if (provider.startsWith("appmesh")) {
            return "appmesh";
        }
        if (provider.startsWith("gloo")) {
            return "gloo";
        }
        if (provider.equals("kubernetes") || provider.startsWith("gatewayapi")) {
            return PLAIN_HTTP;
        }
        return EXACT.contains(provider) ? provider : "istio";
    }

    private static String read(String name) {
        String resource = "/dev/fairlead/canary/queries/" + name;
        try (InputStream in = BuiltInQueries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "Expected request-success-rate or request-duration, but got " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
