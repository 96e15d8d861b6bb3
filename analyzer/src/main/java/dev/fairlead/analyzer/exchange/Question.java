package dev.fairlead.analyzer.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A request out of the house.
 *
 * @param method
 *            GET or POST
 * @param url
 *            http or https, without user info
 * @param headers
 *            each with its values
 * @param body
 *            sent with a POST; may be empty
 * @param timeout
 *            from the first packet to the last of the answer
 * @param unverified
 *            whether the server's certificate goes unchecked
 */
public record Question(String method, URI url, Map<String, List<String>> headers, String body,
        Duration timeout, boolean unverified) {

    public Question {
        headers = Map.copyOf(headers);
    }

    /** Without values that may be secret. */
    @Override
    public String toString() {
        return method + " " + url.getHost();
    }
}
