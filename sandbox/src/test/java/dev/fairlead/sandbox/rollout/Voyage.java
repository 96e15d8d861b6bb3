package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.core.ConditionFactory;

import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.load.LoadTally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A rollout of many steps with users' requests, long enough to live through outages. */
final class Voyage implements AutoCloseable {

    /** For what an outage leaves to be done; generous, for the figures are printed. */
    static final Duration TO_GO_ON = Duration.ofSeconds(90);
    private static final Duration TO_END = Duration.ofSeconds(180);
    private static final int FIRST_WEIGHT = 10;
    private static final int LAST_WEIGHT = 100;
    private static final int PER_SECOND = 40;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String OLD = "registry.local/app:1.0.0";
    private static final String NEW = "registry.local/app:1.1.0";

    final Stage stage;
    private final LoadGenerator load;
    private LoadTally warm = LoadTally.NONE;

    /** Applied, not yet initialised; {@code policies} are annotations for answers that are none. */
    Voyage(Stage stage, String policies, String... replacements) {
        this.stage = stage;
        stage.applied(with(replacements, "fairlead.dev/on-no-data: hold", policies,
                "    maxWeight: 40\n    stepWeight: 20\n", "    stepWeights: " + weights() + "\n"));
        load = stage.scene.load(stage.namespace, "client",
                LoadPlan.steady("app." + stage.namespace, PER_SECOND, LONGEST));
    }

    private static String[] with(String[] given, String... more) {
        return Stream.of(given, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String weights() {
        return IntStream.rangeClosed(FIRST_WEIGHT, LAST_WEIGHT)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** From here on no request may be lost. */
    void release() {
        warmUp();
        stage.release("1.1.0");
    }

    private void warmUp() {
        await().atMost(Stage.SOON).until(() -> load.tally().answered() > PER_SECOND);
        warm = load.tally();
    }

    /** A release of pods that take their time to get ready. */
    void releaseSlowly(Duration start) {
        warmUp();
        stage.release("1.1.0", "START_DELAY_MS", Long.toString(start.toMillis()));
    }

    void awaitUnderWay() {
        patiently().until(() -> stage.weight() >= FIRST_WEIGHT);
    }

    /** The next weight in the route; how long it took. */
    Duration goesOn() {
        long begin = System.nanoTime();
        int before = patiently().until(stage::weight, weight -> weight >= 0);
        patiently().until(() -> stage.weight() > before);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private ConditionFactory patiently() {
        return await(stage.namespace).atMost(TO_GO_ON)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    /** No more steps: what is under test is what is promoted. */
    void endsWithTheWeightItHas() {
        stage.patchCanary("{\"spec\":{\"analysis\":{\"stepWeights\":[" + FIRST_WEIGHT + "]}}}");
    }

    void isPromoted() {
        awaitEnd("Succeeded");
        assertThat(stage.image("app-primary")).isEqualTo(NEW);
        assertThat(stage.events()).noneMatch(text -> text.startsWith("Rolling back"));
        expectNothingLost();
    }

    void isRolledBack() {
        awaitEnd("Failed");
        assertThat(stage.image("app-primary")).isEqualTo(OLD);
        expectNothingLost();
    }

    /** Each decision about the rollout once, each weight once and in order. */
    void wentStraight() {
        stage.invariants().holdInTheLog();
        List<RolloutFact> facts = stage.log().facts();
        for (Class<?> once : List.of(RolloutStarted.class, CanaryReady.class,
                PromotionOrdered.class, WorkloadPromoted.class, RolloutSucceeded.class)) {
            assertThat(facts).as("%s", once).filteredOn(once::isInstance).hasSize(1);
        }
        List<Integer> weights = stage.log()
                .facts(TrafficShiftOrdered.class)
                .stream()
                .map(fact -> fact.canary().percent())
                .toList();
        int steps = weights.size() - 1;
        assertThat(weights).last().isEqualTo(0);
        assertThat(weights.subList(0, steps)).isEqualTo(
                IntStream.range(FIRST_WEIGHT, FIRST_WEIGHT + steps).boxed().toList());
    }

    private void awaitEnd(String phase) {
        await(phase + " of " + stage.namespace).atMost(TO_END)
                .ignoreExceptions()
                .until(stage::phase, phase::equals);
        assertThat(stage.weight()).isZero();
        assertThat(stage.replicas("app")).isZero();
    }

    private void expectNothingLost() {
        assertThat(load.tally().since(warm).lost()).as("%s %s", stage.namespace, load.lost())
                .isZero();
    }

    @Override
    public void close() {
        load.close();
        stage.close();
    }
}
