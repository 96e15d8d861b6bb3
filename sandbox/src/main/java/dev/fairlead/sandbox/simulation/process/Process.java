package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;

import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.fate.Faults;
import dev.fairlead.sandbox.simulation.fate.ProcessDied;
import dev.fairlead.sandbox.simulation.fate.Scheduler;

/** A process: it lives until it dies, stands still at times, and is cut off at times. */
final class Process {

    private static final Duration LONGEST_STALL = Duration.ofSeconds(40);
    private static final Duration LONGEST_CUT = Duration.ofSeconds(90);
    /** Calls of which one takes so long that others come between. */
    private static final int SLOW_CALLS = 25;

    private final String name;
    private final Ground ground;
    private final Actor.Life life = new Actor.Life();
    private long cutUntil;

    Process(String name, Ground ground) {
        this.name = name;
        this.ground = ground;
    }

    String name() {
        return name;
    }

    Actor.Life life() {
        return life;
    }

    Actor part(String part) {
        return new Actor(name + part, life);
    }

    /** At any call that the process makes: it may die, stand still, or be slow. */
    void call() {
        life.check();
        Faults faults = ground.faults();
        if (faults.strikes(Fault.CRASH)) {
            throw new ProcessDied();
        }
        if (faults.strikes(Fault.STALL)) {
            pass(faults.chance(Fault.STALL).between(1_000_000, LONGEST_STALL.toNanos()));
        } else if (faults.knows(Fault.STALL)
                && faults.chance(Fault.STALL).oneIn(SLOW_CALLS) && !faults.areOver()) {
            pass(faults.chance(Fault.STALL).between(1_000_000, 200_000_000));
        }
    }

    /** Others go on while this process waits. */
    void pass(long nanos) {
        ground.scheduler().pass(nanos);
        life.check();
    }

    /** Whether nothing outside can be reached just now. */
    boolean isCut() {
        Scheduler scheduler = ground.scheduler();
        if (ground.faults().strikes(Fault.PARTITION, 4)) {
            cutUntil = scheduler.now() + ground.faults()
                    .chance(Fault.PARTITION)
                    .between(10_000_000, LONGEST_CUT.toNanos());
        }
        return scheduler.now() < cutUntil && !ground.faults().areOver();
    }

    /** Whether an answer is lost on its way back. */
    boolean isUnanswered() {
        life.check();
        return ground.faults().strikes(Fault.UNANSWERED);
    }

    @Override
    public String toString() {
        return name;
    }
}
