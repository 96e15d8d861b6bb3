package dev.fairlead.canary.model;

/** What a measured value is held against. */
public sealed interface Threshold {

    /**
     * Both bounds are inside.
     *
     * @param min negative infinity unless given
     * @param max positive infinity unless given
     */
    record Range(double min, double max) implements Threshold {}

    /** The deprecated single number; whether it is a lower or an upper bound depends on the metric. */
    record Single(double value) implements Threshold {}
}
