package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.WorkloadScaled;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Service;

import static dev.fairlead.standalone.engine.Service.ANALYZER;
import static dev.fairlead.standalone.engine.Service.NOTIFIER;
import static dev.fairlead.standalone.engine.Service.ORCHESTRATOR;
import static dev.fairlead.standalone.engine.Service.ROUTER;
import static dev.fairlead.standalone.engine.Service.WATCHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Parts of the world, and the services as processes, go away in mid-rollout; the rollout ends right
 * and no request is lost. {@code -Dfairlead.outages.seconds=60} makes the outages longer.
 */
class RolloutOutagesIT {

    private static final Duration AWAY =
            Duration.ofSeconds(Long.getLong("fairlead.outages.seconds", 20));
    private static final Duration SERVICE_AWAY =
            Duration.ofSeconds(Long.getLong("fairlead.outages.seconds", 3));
    /** Longer than the Canary's progress deadline, which is 12 s. */
    private static final Duration BEYOND_DEADLINE =
            Duration.ofSeconds(Long.getLong("fairlead.outages.seconds", 16));
    private static final List<Service> ANY_ORDER =
            List.of(WATCHER, ANALYZER, ROUTER, NOTIFIER, ORCHESTRATOR);
    private static final String PLAIN = "fairlead.dev/on-no-data: hold";
    /** No value counts as failed, as it does without this: but not when an outage explains it. */
    private static final String HOLDS_OUTAGES = "fairlead.dev/on-source-error: hold";
    private static final String HOLD = PLAIN + "\n    " + HOLDS_OUTAGES;

    /** Pods of a busy machine are no matter here. */
    private static final String[] PATIENT =
            {"progressDeadlineSeconds: 12", "progressDeadlineSeconds: 120"};
    /** Steps enough for a machine that takes half a minute to start a service. */
    private static final String[] LONG = {PATIENT[0], PATIENT[1], "    interval: 1s\n",
        "    interval: 2s\n"};

    private static final Map<Service, String> SAID = new EnumMap<>(Service.class);
    private static final Map<String, Voyage> VOYAGES = new java.util.HashMap<>();
    private static final List<String> FIGURES = new ArrayList<>();
    private static Scene scene;
    private static Services services;

    /** The services are started while there is nothing for them to work with. */
    @BeforeAll
    static void open() {
        scene = Scene.open(World.plan().kafka().postgres(), Duration.ofMillis(250),
                MeshSettings.lifelike());
        World world = scene.world();
        voyage("parts", HOLD, LONG);
        voyage("services", PLAIN, LONG);
        voyage("slow", PLAIN);
        voyage("flagger", PLAIN, PATIENT);
        voyage("gap", HOLDS_OUTAGES, PATIENT);
        for (String part : List.of("kafka", "postgres", "apiserver")) {
            voyage("fresh-" + part, HOLD, PATIENT);
        }
        services = Services.of(world);
        world.kafka().stop();
        world.postgres().stop();
        world.controlPlane().stopApiServer();
        services.start(ANY_ORDER);
        ANY_ORDER.forEach(service -> SAID.put(service, services.health(service)));
        world.controlPlane().startApiServer();
        world.kafka().start();
        world.postgres().start();
        services.awaitUp(ANY_ORDER);
        VOYAGES.values().forEach(voyage -> voyage.stage.awaitPhase("Initialized"));
    }

    private static void voyage(String namespace, String annotation, String... replacements) {
        VOYAGES.put(namespace, new Voyage(new Stage(scene, namespace), annotation, replacements));
    }

    @AfterAll
    static void close() {
        FIGURES.forEach(line -> System.out.println("outages: " + line));
        VOYAGES.values().forEach(Voyage::close);
        services.close();
        scene.close();
    }

    @Test
    void services_that_came_first_said_what_they_waited_for() {
        assertThat(SAID.values()).allMatch(text -> text.contains("kafka at 127.0.0.1:"));
        assertThat(SAID.get(ORCHESTRATOR)).contains("postgres: ");
        assertThat(SAID.get(WATCHER)).contains("https://127.0.0.1:");
        assertThat(SAID.get(ROUTER)).contains("https://127.0.0.1:");
    }

    @Test
    void kafka_postgres_api_server_and_prometheus_may_be_away() {
        World world = scene.world();
        Voyage steady = VOYAGES.get("parts");
        steady.release();
        steady.awaitUnderWay();
        away("kafka", world.kafka()::stop, world.kafka()::start);
        away("postgres", world.postgres()::stop, world.postgres()::start);
        away("apiserver", world.controlPlane()::stopApiServer,
                world.controlPlane()::startApiServer);
        Voyage flagger = VOYAGES.get("flagger");
        flagger.release();
        Voyage gap = VOYAGES.get("gap");
        gap.release();
        flagger.awaitUnderWay();
        gap.awaitUnderWay();
        away("prometheus", world.prometheus()::stop, world.prometheus()::start);
        flagger.isRolledBack();
        gap.endsWithTheWeightItHas();
        gap.isPromoted();
        gap.wentStraight();
        for (Voyage voyage : VOYAGES.values()) {
            if (voyage.stage.namespace.startsWith("fresh")) {
                voyage.endsWithTheWeightItHas();
                voyage.isPromoted();
                voyage.wentStraight();
            }
        }
        steady.endsWithTheWeightItHas();
        steady.isPromoted();
        steady.wentStraight();
    }

    /** One rollout is in the middle; another begins as the part goes. */
    private static void away(String part, Runnable goes, Runnable comes) {
        Voyage fresh = VOYAGES.get("fresh-" + part);
        if (fresh != null) {
            fresh.release();
        }
        goes.run();
        pass(AWAY);
        comes.run();
        tell(part + " away for " + AWAY.toSeconds() + " s", VOYAGES.get("parts").goesOn());
        if (fresh != null) {
            fresh.awaitUnderWay();
        }
    }

    @Test
    void each_service_and_all_of_them_may_be_killed() {
        Voyage voyage = VOYAGES.get("services");
        voyage.release();
        voyage.awaitUnderWay();
        Voyage slow = VOYAGES.get("slow");
        slow.releaseSlowly(Duration.ofSeconds(5));
        slow.stage.awaitFact(WorkloadScaled.class, it -> it.direction() == Direction.UP);
        killed(voyage, List.of(ORCHESTRATOR), BEYOND_DEADLINE);
        for (Service alone : List.of(ROUTER, ANALYZER)) {
            killed(voyage, List.of(alone), SERVICE_AWAY);
        }
        for (Service alone : List.of(NOTIFIER, WATCHER)) {
            services.kill(List.of(alone));
            tell("without the " + name(alone), voyage.goesOn());
            services.start(List.of(alone));
        }
        services.awaitUp(List.of(NOTIFIER, WATCHER));
        killed(voyage, ANY_ORDER, SERVICE_AWAY);
        slow.endsWithTheWeightItHas();
        voyage.endsWithTheWeightItHas();
        slow.isPromoted();
        voyage.isPromoted();
        voyage.wentStraight();
        expectNoFailedCheckForWantOfWorkers(voyage);
        slow.wentStraight();
    }

    /** Only what a source said may fail a check, and be it that it could not be asked. */
    private static void expectNoFailedCheckForWantOfWorkers(Voyage voyage) {
        assertThat(voyage.stage.log().facts(AnalysisFailed.class))
                .allMatch(fact -> fact.halt().startsWith("Prometheus query failed"));
    }

    private static void killed(Voyage voyage, List<Service> some, Duration away) {
        services.kill(some);
        pass(away);
        long begin = System.nanoTime();
        services.start(some);
        services.awaitUp(some);
        Duration up = Duration.ofNanos(System.nanoTime() - begin);
        tell("%s away for %d s and up %.1f s after the start".formatted(name(some),
                away.toSeconds(), seconds(up)), voyage.goesOn());
    }

    private static String name(List<Service> some) {
        return some.size() == 1 ? name(some.getFirst()) : "all five";
    }

    private static String name(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    private static void pass(Duration time) {
        Instant end = Instant.now().plus(time);
        await().atMost(time.plusSeconds(60)).until(() -> Instant.now().isAfter(end));
    }

    private static void tell(String what, Duration took) {
        FIGURES.add("%s: the rollout went on after %.1f s".formatted(what, seconds(took)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
