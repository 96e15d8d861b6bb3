package dev.fairlead.sandbox.hooks;

import java.time.Instant;
import java.util.Map;

/**
 * A request that a stand-in received.
 *
 * @param at      when its last byte came
 * @param headers names in lower case
 * @param body    as it came
 * @param answer  what was answered
 */
public record Received(Instant at, String method, String path, Map<String, String> headers,
        String body,
        Answer answer) {

    public Received {
        headers = Map.copyOf(headers);
    }
}
