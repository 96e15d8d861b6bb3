package dev.fairlead.events.definition;

import dev.fairlead.events.Address;

/**
 * Where alerts of a target go.
 *
 * @param name
 *            the name in the Canary
 * @param severity
 *            the lowest severity that is sent
 * @param type
 *            the channel's technology, such as {@code slack}
 * @param channel
 *            the room or channel; may be empty
 * @param username
 *            the name shown as sender; may be empty
 * @param address
 *            where it is posted
 * @param proxy
 *            the HTTP proxy, {@link Address#NONE} when there is none
 * @param secret
 *            {@code namespace/name} of the Secret with the keys {@code address} and {@code token};
 *            empty when there is none
 */
public record AlertRoute(String name, Severity severity, String type, String channel,
        String username, Address address, Address proxy, String secret) {

    /** From told to alarming. */
    public enum Severity {
        INFO, WARN, ERROR
    }
}
