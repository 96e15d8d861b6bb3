package dev.fairlead.sandbox.simulation;

import java.time.Duration;

import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.fate.Faults;
import dev.fairlead.sandbox.simulation.process.Ground;

/** What strikes the whole world at once. */
final class Weather {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration FARTHEST_JUMP = Duration.ofSeconds(30);

    private final Ground ground;
    private final Actor actor = new Actor("weather", Actor.Life.ETERNAL);

    Weather(Ground ground) {
        this.ground = ground;
    }

    void start() {
        ground.scheduler().in(EVERY, actor, "blows", this::blow);
    }

    private void blow() {
        Faults faults = ground.faults();
        if (faults.areOver()) {
            return;
        }
        if (faults.strikes(Fault.CLOCK_JUMP)) {
            long far = FARTHEST_JUMP.toNanos();
            ground.database()
                    .jump(Duration.ofNanos(faults.chance(Fault.CLOCK_JUMP).between(-far, far)));
        }
        if (faults.strikes(Fault.TOPICS_EMPTIED)) {
            ground.broker().empty();
        }
        start();
    }
}
