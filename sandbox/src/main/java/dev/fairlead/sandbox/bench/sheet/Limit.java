package dev.fairlead.sandbox.bench.sheet;

/**
 * What a figure must not exceed.
 *
 * @param what  such as {@code median} or {@code ratio to the bare chain}
 * @param value as measured
 * @param most  the limit, in the same unit
 */
public record Limit(String what, double value, double most) {

    public boolean isMet() {
        return value <= most;
    }
}
