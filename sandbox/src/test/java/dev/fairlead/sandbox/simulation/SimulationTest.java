package dev.fairlead.sandbox.simulation;

import java.util.EnumSet;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.fairlead.sandbox.simulation.fate.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {

    private static final Logger ROOT =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static Level before = Level.INFO;

    @BeforeAll
    static void quiet() {
        before = ROOT.getLevel();
        ROOT.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        ROOT.setLevel(before);
    }

    @Test
    void a_world_in_which_nothing_goes_wrong_comes_to_rest() {
        Outcome outcome = new Simulation(600).run(1, EnumSet.noneOf(Fault.class));
        assertThat(outcome.violation()).isEmpty();
        assertThat(outcome.rollouts()).isGreaterThan(10);
    }

    @Test
    void the_same_seed_gives_the_same_log_to_the_last_byte() {
        Set<Fault> some = EnumSet.of(Fault.DUPLICATION, Fault.CRASH, Fault.CONFLICT,
                Fault.SOURCE_OUTAGE);
        Outcome one = new Simulation(400).run(77, some);
        Outcome two = new Simulation(400).run(77, some);
        assertThat(two.digest()).isEqualTo(one.digest());
        assertThat(two.events()).isEqualTo(one.events());
        assertThat(two.faults()).isEqualTo(one.faults());
    }
}
