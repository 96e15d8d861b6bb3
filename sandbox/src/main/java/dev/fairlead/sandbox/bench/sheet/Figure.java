package dev.fairlead.sandbox.bench.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * One figure: our side, what it is compared with in the same run, and its limits.
 *
 * @param name    a sentence without a full stop
 * @param unit    of all values, such as {@code ms}
 * @param others  what ours is divided by, in turn
 * @param limits  checked ones
 * @param machine how the machine was while it was measured
 */
public record Figure(String name, String unit, Spread ours, List<Side> others, List<Limit> limits,
        MachineShare machine) {

    public Figure {
        others = List.copyOf(others);
        limits = List.copyOf(limits);
    }

    /** A figure without anything to compare it with, and without a limit. */
    public static Figure of(String name, String unit, Spread ours, MachineShare machine) {
        return new Figure(name, unit, ours, List.of(), List.of(), machine);
    }

    /** The same, compared with one side more. */
    public Figure beside(String side, Spread spread) {
        List<Side> more = new ArrayList<>(others);
        more.add(new Side(side, spread));
        return new Figure(name, unit, ours, more, limits, machine);
    }

    /** The same, with one limit more. */
    public Figure atMost(String what, double value, double most) {
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit(what, value, most));
        return new Figure(name, unit, ours, others, more, machine);
    }

    /** Our median divided by another's; 0 where the other's is 0. */
    public double ratio(Side other) {
        double divisor = other.spread().median();
        return divisor == 0 ? 0 : ours.median() / divisor;
    }

    public boolean isGood() {
        return limits.stream().allMatch(Limit::isMet);
    }
}
