package dev.fairlead.notifier.work;

import java.time.Duration;

/** When a busy channel is tried again. */
final class RetryRules {

    /** Attempts after the first. */
    static final int RETRIES = 5;
    /** The first pause; each further one is twice as long. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** The longest pause, whatever a channel asks for: others of the target are waiting behind. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private RetryRules() {}

    /**
     * @param attempt
     *            that failed, from 1
     * @param askedFor
     *            by the channel; zero when it asked for nothing
     */
    static Duration pause(int attempt, Duration askedFor) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration pause = askedFor.compareTo(growing) > 0 ? askedFor : growing;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
