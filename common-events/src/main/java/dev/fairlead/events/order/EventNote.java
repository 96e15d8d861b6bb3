package dev.fairlead.events.order;

import java.time.Instant;

/**
 * A Kubernetes event on the Canary. Source component {@code flagger}, reason {@code Synced}, as
 * Flagger's.
 *
 * @param warning
 *            whether the type is {@code Warning}, else {@code Normal}
 * @param message
 *            the text, part of the contract with Flagger's users
 * @param at
 *            when it happened
 */
public record EventNote(boolean warning, String message, Instant at) {}
