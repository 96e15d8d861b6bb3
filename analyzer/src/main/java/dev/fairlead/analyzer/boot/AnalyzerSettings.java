package dev.fairlead.analyzer.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an analyzer is told at its start.
 *
 * @param pool
 *            whose orders it takes
 * @param worker
 *            names it in reports; empty for the host's name
 * @param workers
 *            analyses done at a time, 1 to 64
 * @param eventWebhook
 *            the watcher's, needed here when it has a user, a password or a query; secret; empty for
 *            none
 */
@ConfigurationProperties("fairlead.analyzer")
public record AnalyzerSettings(@DefaultValue("default") String pool,
        @DefaultValue("") String worker, @DefaultValue("8") int workers,
        @DefaultValue("") String eventWebhook) {

    private static final int MAX_WORKERS = 64;

    public AnalyzerSettings {
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("Expected fairlead.analyzer.workers from 1 to "
                    + MAX_WORKERS + ", but got " + workers);
        }
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "AnalyzerSettings[pool=" + pool + ", worker=" + worker + ", workers=" + workers
                + "]";
    }
}
