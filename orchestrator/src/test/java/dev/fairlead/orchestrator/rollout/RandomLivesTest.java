package dev.fairlead.orchestrator.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lives by chance. The seed is in the name of each test; {@code -Dlives.seed=…} repeats one.
 */
class RandomLivesTest {

    private static final int LIVES = 24;
    private static final int WORDS = 200;
    /** Words that lead from anywhere to rest when nothing goes wrong. */
    private static final int WORDS_TO_REST = 120;

    @TestFactory
    List<DynamicTest> lives() {
        Long only = Long.getLong("lives.seed");
        long first = new Random().nextLong(1_000_000_000L);
        LongStream seeds = only == null ? LongStream.range(first, first + LIVES)
                : LongStream.of(only);
        return seeds.mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> live(seed)))
                .toList();
    }

    private static void live(long seed) {
        var world = new SmallWorld(seed);
        var life = new Life();
        for (int i = 0; i < WORDS; i++) {
            life.hear(world.next(life.state));
        }
        life.hear(world.typicalCanary());
        for (int i = 0; i < WORDS_TO_REST && !life.rests(); i++) {
            life.hear(i % 3 == 2 ? world.anyTimer(life.state) : world.calm(life.state));
        }
        assertThat(life.rests()).as("every rollout ends: %s", life.state.why()).isTrue();
    }

    /** One target, with all that is checked of it. */
    private static final class Life {

        private final LogProof log = new LogProof();
        private final LifeRules rules = new LifeRules();
        private TargetState state = TargetState.unknown(Canaries.PODINFO);
        private Instant now = Told.NOON;

        void hear(Saying saying) {
            now = now.plusSeconds(1);
            Command command = saying.in(state, now);
            List<RolloutFact> facts = log.decide(state, command);
            TargetState after = Phrase.fold(state, facts);
            rules.hold(state, facts, after);
            state = after;
        }

        boolean rests() {
            return state.step() == Step.IDLE && !state.isRollingOut();
        }
    }
}
