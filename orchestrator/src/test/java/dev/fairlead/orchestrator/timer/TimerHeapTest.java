package dev.fairlead.orchestrator.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.FakeClock;
import dev.fairlead.orchestrator.loop.FakeIntake;
import dev.fairlead.orchestrator.loop.Timers.Elapsed;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;

import static org.assertj.core.api.Assertions.assertThat;

/** When deadlines come, and which of them wait for open eyes. */
class TimerHeapTest {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Deadline DRAIN = new Deadline(DeadlineKind.DRAIN, NOON);
    private static final Deadline READINESS = new Deadline(DeadlineKind.READINESS, NOON);

    private final FakeClock clock = new FakeClock();
    private final FakeIntake intake = new FakeIntake(clock);
    private final Eyes eyes = new Eyes(intake, clock, List.of("eu-1"));
    private final TimerHeap timers = new TimerHeap(eyes);

    @Test
    void a_timer_comes_when_it_is_due_and_not_before() {
        timers.set(SHOP, List.of(DRAIN));

        assertThat(timers.due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(timers.next()).isEqualTo(NOON);
        assertThat(timers.due(NOON, 10)).containsExactly(new Elapsed(SHOP, DRAIN));
        assertThat(timers.due(NOON.plusSeconds(1), 10)).isEmpty();
        assertThat(timers.next()).isEqualTo(Instant.MAX);
    }

    @Test
    void a_deadline_that_is_no_longer_wanted_does_not_come() {
        timers.set(SHOP, List.of(DRAIN));
        timers.set(SHOP, List.of());

        assertThat(timers.due(NOON, 10)).isEmpty();
    }

    @Test
    void a_deadline_that_stays_wanted_comes_once() {
        timers.set(SHOP, List.of(DRAIN));
        timers.set(SHOP, List.of(DRAIN, READINESS));

        assertThat(timers.due(NOON, 10)).containsExactly(new Elapsed(SHOP, DRAIN));
    }

    @Test
    void no_more_come_at_a_time_than_are_asked_for() {
        timers.set(SHOP, List.of(DRAIN, new Deadline(DeadlineKind.REORDER, NOON)));

        assertThat(timers.due(NOON, 1)).hasSize(1);
        assertThat(timers.due(NOON, 1)).hasSize(1);
    }

    @Test
    void a_deadline_that_gives_up_waits_for_a_heartbeat_behind_the_end() {
        timers.set(SHOP, List.of(READINESS));
        intake.end("fairlead.observation.eu-1", true, 7);
        beat(6);

        assertThat(timers.due(NOON, 10)).isEmpty();
        assertThat(timers.due(NOON.plusMillis(1), 10)).isEmpty();
        beat(7);
        assertThat(timers.due(NOON.plusMillis(2), 10)).containsExactly(
                new Elapsed(SHOP, READINESS));
    }

    @Test
    void it_waits_for_the_reports_as_well() {
        timers.set(SHOP, List.of(READINESS));
        intake.end("fairlead.observation.eu-1", true, 7);
        intake.end("fairlead.report.default", false, 3);
        timers.due(NOON, 10);
        beat(8);

        assertThat(timers.due(NOON, 10)).isEmpty();
        eyes.read(List.of(new ReadOffset("fairlead.report.default", "id", 0, 3)));
        assertThat(timers.due(NOON, 10)).hasSize(1);
    }

    @Test
    void a_watcher_that_is_blind_opens_no_eyes() {
        timers.set(SHOP, List.of(READINESS));
        intake.end("fairlead.observation.eu-1", true, 7);
        timers.due(NOON, 10);
        beat(8, "Deployment");

        assertThat(timers.due(NOON, 10)).isEmpty();
        beat(9);
        assertThat(timers.due(NOON, 10)).hasSize(1);
    }

    @Test
    void while_no_broker_answers_nothing_is_given_up() {
        timers.set(SHOP, List.of(READINESS));
        intake.failEnds();
        beat(100);

        assertThat(timers.due(NOON, 10)).isEmpty();
        assertThat(timers.due(NOON.plusSeconds(60), 10)).isEmpty();
        assertThat(timers.heldBack()).isEqualTo(1);
        intake.end("fairlead.observation.eu-1", true, 7);
        timers.due(NOON.plusSeconds(61), 10);
        assertThat(timers.due(NOON.plusSeconds(61), 10)).hasSize(1);
    }

    @Test
    void one_look_serves_all_that_was_due_when_it_began() {
        TargetKey other = new TargetKey("eu-1", "prod", "other");
        timers.set(SHOP, List.of(READINESS));
        timers.set(other, List.of(new Deadline(DeadlineKind.READINESS, NOON.plusSeconds(1))));
        intake.end("fairlead.observation.eu-1", true, 7);
        timers.due(NOON.plusSeconds(2), 10);
        beat(7);

        assertThat(timers.due(NOON.plusSeconds(3), 10)).hasSize(2);
        assertThat(intake.questions()).isEqualTo(1);
    }

    @Test
    void closed_eyes_are_measured() {
        timers.set(SHOP, List.of(READINESS));
        intake.end("fairlead.observation.eu-1", true, 7);
        timers.due(NOON, 10);
        clock.pass(Duration.ofSeconds(90));
        timers.due(NOON.plusSeconds(90), 10);

        assertThat(eyes.closedFor("eu-1")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_cluster_that_is_not_heard_for_a_minute_is_lost_until_it_is_heard() {
        assertThat(eyes.changes(NOON)).isEmpty();
        clock.pass(Eyes.LOST_AFTER);
        assertThat(eyes.changes(NOON)).containsExactly(new EngineFact.ClusterLost("eu-1",
                "no heartbeat of its watcher", NOON));
        assertThat(eyes.changes(NOON)).isEmpty();
        beat(1);
        assertThat(eyes.changes(NOON)).containsExactly(new EngineFact.ClusterFound("eu-1", NOON));
    }

    @Test
    void a_cluster_whose_watcher_stays_blind_is_lost_too() {
        clock.pass(Eyes.LOST_AFTER);
        beat(1, "VirtualService");

        assertThat(eyes.changes(NOON)).containsExactly(new EngineFact.ClusterLost("eu-1",
                "its watcher does not see [VirtualService]", NOON));
    }

    private void beat(long offset, String... blind) {
        var letter = FakeIntake.letter("fairlead.observation.eu-1", offset);
        eyes.heard(letter, new Heartbeat("eu-1", "watcher", "w-1", NOON, List.of(blind)));
    }
}
