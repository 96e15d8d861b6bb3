package dev.fairlead.sandbox.simulation;

import java.util.EnumSet;
import java.util.Set;

import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.rule.Violation;

/** One small world for one mistake; called across class loaders, so with plain types only. */
public final class Trial {

    private static final long DECISIONS = 700;

    private Trial() {}

    /** What does not hold in the world of a seed; empty when all does. */
    public static String of(long seed) {
        Set<Fault> all = EnumSet.allOf(Fault.class);
        return new Simulation(DECISIONS).run(seed, all)
                .violation()
                .map(Violation::getMessage)
                .map(text -> text.substring(0, Math.min(text.length(), 160)))
                .orElse("");
    }
}
