package dev.fairlead.orchestrator.metrics;

import java.time.Duration;
import java.util.Arrays;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** How long analyses of one target took, in the buckets of Prometheus' Go client. */
final class Ticks {

    private static final double[] BOUNDS =
            {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY};
    private static final double MS_PER_S = 1_000.0;

    private final long[] counts = new long[BOUNDS.length];
    private double sum;

    void took(Duration time) {
        double seconds = Math.max(0, time.toMillis() / MS_PER_S);
        int bucket = Arrays.binarySearch(BOUNDS, seconds);
        counts[bucket >= 0 ? bucket : -bucket - 1]++;
        sum += seconds;
    }

    HistogramDataPointSnapshot snapshot(Labels labels) {
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, counts.clone()))
                .sum(sum)
                .build();
    }
}
