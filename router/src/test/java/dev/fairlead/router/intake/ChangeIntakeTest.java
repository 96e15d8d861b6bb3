package dev.fairlead.router.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.intake.ChangeIntake.ClusterPlace;
import dev.fairlead.router.work.Budget;
import dev.fairlead.topics.KafkaTrouble;
import dev.fairlead.topics.listen.Heard;
import dev.fairlead.topics.publish.Envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangeIntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Report> reports = new ArrayList<>();

    private final Budget budget = new Budget(Budget.KEPT + 1);

    @Test
    void every_order_is_answered() {
        intake(order -> applied(order)).heard(heard("eu-1", OrderHead.NEVER));
        assertThat(reports).singleElement().isInstanceOf(ChangeApplied.class);
    }

    @Test
    void a_late_order_is_dropped_undone_and_reported() {
        List<ChangeOrder> done = new ArrayList<>();
        intake(order -> {
            done.add(order);
            return applied(order);
        }).heard(heard("eu-1", NOW.minusMillis(1)));
        assertThat(done).isEmpty();
        assertThat(reports).singleElement()
                .isInstanceOfSatisfying(ChangeRefused.class,
                        report -> assertThat(report.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void an_order_for_another_cluster_is_nobodys_here() {
        assertThatThrownBy(
                () -> intake(order -> applied(order)).heard(heard("eu-2", OrderHead.NEVER)))
                .hasMessageContaining("eu-1")
                .hasMessageContaining("eu-2");
        assertThat(reports).isEmpty();
    }

    @Test
    void a_bug_is_reported_and_given_to_the_dead_letters() {
        assertThatThrownBy(() -> intake(order -> {
            throw new IllegalStateException("a bug");
        }).heard(heard("eu-1", OrderHead.NEVER))).hasMessage("a bug");
        assertThat(reports).singleElement()
                .isInstanceOfSatisfying(ChangeRefused.class,
                        report -> assertThat(report.message()).contains("IllegalStateException"));
        assertThat(budget.waiting()).isZero();
    }

    @Test
    void a_report_that_cannot_be_published_brings_the_order_back() {
        var intake = new ChangeIntake(new ClusterPlace("eu-1", "router@test"),
                ChangeIntakeTest::applied, budget, (report, trace) -> {
                    throw new KafkaTrouble("away", new IllegalStateException());
                }, new SimpleMeterRegistry(), clock());
        assertThatThrownBy(() -> intake.heard(heard("eu-1", OrderHead.NEVER)))
                .isInstanceOf(KafkaTrouble.class);
    }

    @Test
    void places_are_given_back() {
        ChangeIntake intake = intake(order -> applied(order));
        for (int i = 0; i < 3 * Budget.KEPT; i++) {
            intake.heard(heard("eu-1", OrderHead.NEVER));
        }
        assertThat(reports).hasSize(3 * Budget.KEPT);
    }

    private ChangeIntake intake(Function<ChangeOrder, Report> work) {
        return new ChangeIntake(new ClusterPlace("eu-1", "router@test"), work, budget,
                (report, trace) -> reports.add(report), new SimpleMeterRegistry(), clock());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static Report applied(ChangeOrder order) {
        return new ChangeApplied(OrderRef.to(order, "router@test"), Revision.NONE, 1);
    }

    private static Heard<Order> heard(String cluster, Instant expires) {
        TargetKey target = new TargetKey(cluster, "test", "podinfo");
        Fence fence = new Fence(1, 7);
        var head = new OrderHead(OrderId.of(target, fence, 0), target, new Life("life-1"),
                RolloutId.NONE, fence, expires);
        var order = new ScaleWorkload(head, new WorkloadRef("apps/v1", "Deployment", "podinfo"),
                WorkloadRef.NONE, Direction.DOWN);
        var envelope = new Envelope("id", "/fairlead/orchestrator",
                "dev.fairlead.order.ScaleWorkload", 1, target.toString(), NOW, "", 7, "");
        return new Heard<>(order, envelope, target.toString(),
                "fairlead.order.change." + cluster, 0, 0);
    }
}
