package dev.fairlead.sandbox.simulation;

import java.util.EnumSet;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import dev.fairlead.sandbox.simulation.cluster.Secrets;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.planted.Hunt;
import dev.fairlead.sandbox.simulation.planted.Mistake;

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

    @Test
    void a_world_in_which_everything_goes_wrong_writes_no_secret_to_its_logs() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        ROOT.addAppender(lines);
        ROOT.setLevel(Level.INFO);
        try {
            assertThat(new Simulation(300).run(9, EnumSet.allOf(Fault.class)).violation())
                    .isEmpty();
        } finally {
            ROOT.setLevel(Level.OFF);
            ROOT.detachAppender(lines);
        }
        assertThat(lines.list).isNotEmpty()
                .noneMatch(line -> line.getFormattedMessage().contains(Secrets.MARK));
    }

    /** The short form of {@code simulate --planted}: those that are found at once. */
    @ParameterizedTest
    @ValueSource(strings = {"offsets committed before the effect", "off-by-one step",
        "a refusal is not kept"})
    void a_planted_mistake_is_found(String name) {
        Mistake mistake = Mistake.ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(Hunt.find(mistake, 5000).shown()).isPresent();
    }

    @Test
    void there_are_thirty_planted_mistakes() {
        assertThat(Mistake.ALL).hasSize(30).extracting(Mistake::name).doesNotHaveDuplicates();
    }
}
