package dev.fairlead.sandbox.router;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import dev.fairlead.clusters.ClustersHealth;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.work.ChangeWork;
import dev.fairlead.sandbox.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RouterOutagesIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** For Kafka, twice, beside the attempt itself. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static World world;
    private static RunningRouter router;

    @BeforeAll
    static void start() {
        world = World.plan().kafka().start();
        world.controlPlane().namespace("outage");
        router = new RunningRouter("outage", world.controlPlane().kubeconfig(),
                world.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        router.close();
        world.close();
    }

    @Test
    void an_api_server_that_is_away_or_hangs_is_reported_in_time_and_nothing_is_lost() {
        Target target = new Target(world.client(), "outage", "outage");
        assertThat(router.answer(target.prepare(Stage.PRIMARY, 1)))
                .isInstanceOf(ChangeApplied.class);
        assertThat(router.answer(target.prepare(Stage.TRAFFIC, 2)))
                .isInstanceOf(ChangeApplied.class);

        world.controlPlane().stopApiServer();
        expectUnreachable(target, 3);
        var health = router.bean(ClustersHealth.class);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails().get("outage").toString())
                    .startsWith("waiting for https://127.0.0.1:");
        });
        world.controlPlane().startApiServer();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health.health().getStatus())
                        .isEqualTo(Status.UP));
        assertThat(router.answer(target.shift(20, 4))).isInstanceOf(ChangeApplied.class);

        world.controlPlane().pauseApiServer();
        expectUnreachable(target, 5);
        world.controlPlane().resumeApiServer();
        assertThat(router.answer(target.shift(40, 6))).isInstanceOf(ChangeApplied.class);
    }

    private static void expectUnreachable(Target target, long version) {
        long before = System.nanoTime();
        Report report = router.answer(target.shift(10, version));
        assertThat(report).isInstanceOfSatisfying(ChangeRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isLessThan(ChangeWork.LIMIT.plus(SLACK));
    }
}
