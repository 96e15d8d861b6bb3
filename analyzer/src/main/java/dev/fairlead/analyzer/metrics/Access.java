package dev.fairlead.analyzer.metrics;

import java.util.List;
import java.util.Map;

/**
 * How a store is reached, secrets included. Never logged, never reported.
 *
 * @param address
 *            the whole URL
 * @param headers
 *            sent along
 * @param secret
 *            the keys and values of the template's Secret; empty when it has none
 * @param unverified
 *            whether the server's certificate goes unchecked
 */
public record Access(String address, Map<String, List<String>> headers, Map<String, String> secret,
        boolean unverified) {

    public Access {
        headers = Map.copyOf(headers);
        secret = Map.copyOf(secret);
    }

    @Override
    public String toString() {
        return "Access";
    }
}
