package dev.fairlead.analyzer.metrics.prometheus;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address taken apart: its base path is kept, its query is dropped, its user info is for basic
 * authentication.
 *
 * @param base
 *            scheme, host, port and path without a slash at its end
 * @param userInfo
 *            {@code user:password}; empty when there is none
 */
record PrometheusAddress(String base, String userInfo) {

    /**
     * @throws IllegalArgumentException
     *             when it is no http or https URL; the message does not show it
     */
    static PrometheusAddress of(String address) {
        try {
            URI uri = new URI(address);
            boolean http = "http".equalsIgnoreCase(uri.getScheme())
                    || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null) {
                throw new IllegalArgumentException(
                        "Expected the address to be an http or https URL");
            }
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return new PrometheusAddress(
                    uri.getScheme() + "://" + uri.getHost() + port + path.replaceAll("/+$", ""),
                    uri.getUserInfo() == null ? "" : uri.getUserInfo());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Expected the address to be an http or https URL",
                    e);
        }
    }

    /** Fit for people. */
    String shown() {
        return base;
    }

    @Override
    public String toString() {
        return base;
    }
}
