package dev.fairlead.events;

/**
 * The share of requests that goes to the canary.
 *
 * @param percent
 *            0 to 100
 */
public record Weight(int percent) implements Comparable<Weight> {

    public static final Weight ZERO = new Weight(0);
    public static final Weight FULL = new Weight(100);

    public Weight {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(
                    "Expected a weight between 0 and 100, but got " + percent);
        }
    }

    public static Weight of(int percent) {
        return new Weight(percent);
    }

    /** The nearest weight to a sum that may lie outside of 0 to 100. */
    public static Weight clamped(int percent) {
        return new Weight(Math.clamp(percent, 0, 100));
    }

    /** What is left for the primary, 0 to 100. */
    public int primaryPercent() {
        return 100 - percent;
    }

    @Override
    public int compareTo(Weight other) {
        return Integer.compare(percent, other.percent);
    }

    @Override
    public String toString() {
        return Integer.toString(percent);
    }
}
