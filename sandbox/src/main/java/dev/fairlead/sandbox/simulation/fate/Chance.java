package dev.fairlead.sandbox.simulation.fate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chance from a seed: the same on every machine. Each purpose has a stream of its own, so that
 * one that is drawn from less leaves the others as they are.
 */
public final class Chance implements RandomGenerator {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream of a purpose. */
    public static Chance of(long seed, String purpose) {
        return new Chance(mixed(seed) ^ mixed(purpose.hashCode() * STEP));
    }

    @Override
    public long nextLong() {
        state += STEP;
        return mixed(state);
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** From 0 to below a limit. */
    public int below(int limit) {
        return (int) ((nextLong() >>> 33) % limit);
    }

    /** From a number to another, both included. */
    public long between(long low, long high) {
        return low + (nextLong() >>> 1) % (high - low + 1);
    }

    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
