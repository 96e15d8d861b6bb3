package dev.fairlead.analyzer.exchange;

import java.time.Duration;

/**
 * What came back.
 *
 * @param status
 *            of HTTP, after redirects
 * @param retryAfter
 *            what the server asked to wait; zero when it asked for nothing
 * @param body
 *            as text, at most the limit of the exchange
 * @param cut
 *            whether there was more
 */
public record Reply(int status, Duration retryAfter, String body, boolean cut) {}
