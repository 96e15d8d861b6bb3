package dev.fairlead.events.definition;

import java.time.Duration;
import java.util.Map;

import dev.fairlead.events.Address;

/**
 * An HTTP address that is asked or told during a rollout.
 *
 * @param name
 *            the name in the Canary
 * @param type
 *            when it is called
 * @param url
 *            where
 * @param timeout
 *            of one attempt, at least 1 ms
 * @param retries
 *            attempts after the first, from 0
 * @param muteAlert
 *            whether a refusal alerts nobody
 * @param disableTls
 *            whether the server's certificate goes unchecked
 * @param metadata
 *            sent along
 */
public record Hook(String name, HookType type, Address url, Duration timeout, int retries,
        boolean muteAlert, boolean disableTls, Map<String, String> metadata) {

    /**
     * What an address refers to that is no object's but the setting {@code event-webhook} of
     * whoever calls it.
     */
    public static final String EVENT_SETTING = "Setting/event-webhook";

    public Hook {
        metadata = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(metadata));
    }
}
