package dev.fairlead.sandbox.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import dev.fairlead.sandbox.simulation.fate.Fault;

/**
 * Many worlds, one after the other on each thread; worlds share nothing. Which seeds are run
 * follows from the first and from how many decisions are wanted.
 */
public final class Campaign {

    /** Decisions of one world. */
    public static final long WORLD = 10_000;

    private final long firstSeed;
    private final long decisions;
    private final Set<Fault> allowed;
    private final List<Outcome> done = new ArrayList<>();
    private final AtomicLong nextSeed;
    private final AtomicLong decided = new AtomicLong();

    /**
     * @param firstSeed
     *            the seed of the first world; the next has the next one
     * @param decisions
     *            no new world is begun after so many
     */
    public Campaign(long firstSeed, long decisions, Set<Fault> allowed) {
        this.firstSeed = firstSeed;
        this.decisions = decisions;
        this.allowed = EnumSet.copyOf(allowed);
        this.nextSeed = new AtomicLong(firstSeed);
    }

    /** Runs it; ends early after the first world in which something does not hold. */
    public void run(int threads) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(Thread.ofPlatform().name("world-" + i).start(this::worlds));
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    /** The first world in which something did not hold. */
    public synchronized Optional<Outcome> broken() {
        return done.stream().filter(it -> it.violation().isPresent()).findFirst();
    }

    /** Decisions so far. */
    public synchronized long decisions() {
        return done.stream().mapToLong(Outcome::decisions).sum();
    }

    /** Rollouts that have ended so far. */
    public synchronized long rollouts() {
        return done.stream().mapToLong(Outcome::rollouts).sum();
    }

    /** What was run, in one line. */
    public synchronized String summary() {
        Map<Fault, Long> faults = new EnumMap<>(Fault.class);
        done.forEach(world -> world.faults()
                .forEach((fault, count) -> faults.merge(fault, count, Long::sum)));
        long nanos = done.stream().mapToLong(Outcome::nanos).sum();
        long violations = done.stream().filter(it -> it.violation().isPresent()).count();
        return String.format(Locale.ROOT,
                "seed=%d worlds=%d decisions=%d rollouts=%d simulated_hours=%.1f %s violations=%d",
                firstSeed, done.size(), decisions(), rollouts(), nanos / 3.6e12,
                faults.entrySet()
                        .stream()
                        .map(it -> it.getKey().name().toLowerCase(Locale.ROOT) + "="
                                + it.getValue())
                        .collect(Collectors.joining(" ")),
                violations);
    }

    /** What to read when something did not hold. */
    public static String story(Outcome broken) {
        StringBuilder text = new StringBuilder();
        broken.last().forEach(line -> text.append(line).append('\n'));
        text.append("seed ")
                .append(broken.seed())
                .append(", event ")
                .append(broken.events())
                .append(", faults that it takes: ")
                .append(broken.faults().keySet())
                .append('\n')
                .append(broken.violation().map(Throwable::getMessage).orElse(""));
        return text.toString();
    }

    private void worlds() {
        var simulation = new Simulation(WORLD);
        while (decided.get() < decisions && broken().isEmpty()) {
            Outcome outcome = simulation.run(nextSeed.getAndIncrement(), allowed);
            decided.addAndGet(outcome.decisions());
            synchronized (this) {
                done.add(outcome);
            }
        }
    }
}
