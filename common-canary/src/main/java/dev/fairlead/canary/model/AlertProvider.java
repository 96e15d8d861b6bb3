package dev.fairlead.canary.model;

/**
 * A chat service that is told.
 *
 * @param channel {@code general} unless given
 * @param username {@code flagger} unless given
 * @param address secret; empty when only the Secret has it
 * @param secretName in the namespace of the provider; its key {@code address} wins over the address here
 */
public record AlertProvider(Identity identity, ChatService service, String channel, String username,
        String address,
        String proxy, String secretName) {}
