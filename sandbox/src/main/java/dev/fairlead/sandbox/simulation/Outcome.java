package dev.fairlead.sandbox.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.rule.Violation;

/**
 * What became of one world.
 *
 * @param seed
 *            of the world
 * @param allowed
 *            the faults it might have
 * @param decisions
 *            made by its orchestrators
 * @param rollouts
 *            that have ended
 * @param nanos
 *            virtual time that has passed
 * @param events
 *            that have happened in it
 * @param faults
 *            how often each has struck
 * @param digest
 *            the same for two runs that were the same
 * @param violation
 *            what does not hold; empty when all does
 * @param last
 *            the last events before it, one line each
 */
public record Outcome(long seed, java.util.Set<Fault> allowed, long decisions, long rollouts,
        long nanos, long events, Map<Fault, Long> faults, String digest,
        Optional<Violation> violation, List<String> last) {}
