package dev.fairlead.sandbox.load;

import java.time.Instant;

/**
 * A request that no application answered.
 *
 * @param sent   when it was sent
 * @param took   milliseconds until that was known
 * @param status status the proxy gave, 0 where none came
 * @param reason flag of the proxy (UH, UF, UC, UT, NR, NC), {@code timeout}, or the failure's text
 */
public record LostRequest(Instant sent, long took, int status, String reason) {}
