package dev.fairlead.sandbox.bench.sheet;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How samples are spread.
 *
 * @param p99 the smallest sample that 99 % of them do not exceed
 * @param n   how many there are, at least 1
 */
public record Spread(double min, double median, double p99, double max, int n) {

    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * In the unit of the samples.
     *
     * @throws IllegalArgumentException there are none
     */
    public static Spread of(Collection<Double> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one sample, but got none");
        }
        List<Double> sorted = samples.stream().sorted().toList();
        return new Spread(sorted.getFirst(), rank(sorted, MEDIAN), rank(sorted, P99),
                sorted.getLast(), sorted.size());
    }

    /** In milliseconds. */
    public static Spread millis(Collection<Duration> samples) {
        return of(samples.stream().map(it -> it.toNanos() / NANOS_PER_MILLI).toList());
    }

    public static Spread single(double value) {
        return of(List.of(value));
    }

    /** Nearest rank: always one of the samples. */
    private static double rank(List<Double> sorted, double share) {
        int place = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, place) - 1);
    }
}
