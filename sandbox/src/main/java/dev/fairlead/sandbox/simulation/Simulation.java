package dev.fairlead.sandbox.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.rule.Violation;

/** Runs one world after the other. The same seed, size and faults give the same run. */
public final class Simulation {

    /** Events that are shown of a run that went wrong. */
    private static final int SHOWN = 60;

    private final long decisions;

    /**
     * @param decisions
     *            of one world, before it comes to rest
     */
    public Simulation(long decisions) {
        this.decisions = decisions;
    }

    /** Runs a world to its end, or to the first thing that does not hold. */
    public Outcome run(long seed, Set<Fault> allowed) {
        World world = new World(seed, allowed);
        try {
            while (world.decisions() < decisions && world.goesOn()) {
                world.step();
            }
            world.rest();
            return outcome(seed, allowed, world, Optional.empty());
        } catch (Violation violation) {
            return outcome(seed, allowed, world, Optional.of(violation));
        } catch (RuntimeException failed) {
            var violation = new Violation("nothing fails", failed.toString());
            violation.initCause(failed);
            return outcome(seed, allowed, world, Optional.of(violation));
        }
    }

    /**
     * The shortest run that breaks the same rule: with as few kinds of faults as it takes, and no
     * event after the one that shows it.
     */
    public Outcome shortest(Outcome broken) {
        String rule = broken.violation().map(Violation::rule).orElse("");
        Outcome shortest = broken;
        for (Fault fault : broken.faults().keySet()) {
            Set<Fault> fewer = EnumSet.copyOf(shortest.allowed());
            fewer.remove(fault);
            Outcome tried = run(broken.seed(), fewer);
            boolean same = tried.violation().map(Violation::rule).filter(rule::equals).isPresent();
            if (same && tried.events() <= shortest.events()) {
                shortest = tried;
            }
        }
        return shortest;
    }

    private static Outcome outcome(long seed, Set<Fault> allowed, World world,
            Optional<Violation> violation) {
        List<String> last = violation.isPresent() ? world.last(SHOWN) : List.of();
        return new Outcome(seed, allowed, world.decisions(), world.rollouts(),
                world.scheduler().now(), world.scheduler().steps(), world.faults().counts(),
                world.digest(), violation, last);
    }
}
