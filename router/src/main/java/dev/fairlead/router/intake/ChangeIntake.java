package dev.fairlead.router.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.AnalysisUnanswered;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeOvertaken;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.NoticeDelivered;
import dev.fairlead.events.report.NoticeUndelivered;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.work.Budget;
import dev.fairlead.router.work.Priority;
import dev.fairlead.topics.KafkaTrouble;
import dev.fairlead.topics.listen.Heard;
import dev.fairlead.topics.listen.Listener;

/** Sees to it that each order of one cluster gets exactly one attempt for each delivery, and a report. */
public final class ChangeIntake implements Listener<Order> {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeIntake.class);

    /** How long an order waits for its turn before it is given back. */
    static final Duration TURN = Duration.ofSeconds(30);

    private final String cluster;

    private final String worker;

    private final Function<ChangeOrder, Report> work;

    private final Budget budget;

    private final BiConsumer<Report, String> reports;

    private final MeterRegistry meters;

    private final Clock clock;

    /**
     * @param place
     *            the cluster, and who answers as reports name it
     * @param work
     *            makes the attempt
     * @param reports
     *            publishes a report with the order's trace, and returns when it is safe
     */
    public ChangeIntake(ClusterPlace place, Function<ChangeOrder, Report> work, Budget budget,
            BiConsumer<Report, String> reports, MeterRegistry meters, Clock clock) {
        this.cluster = place.cluster();
        this.worker = place.worker();
        this.work = work;
        this.budget = budget;
        this.reports = reports;
        this.meters = meters;
        this.clock = clock;
        meters.gauge("fairlead.router.waiting",
                List.of(Tag.of("cluster", cluster)), budget,
                Budget::waiting);
    }

    /** Which cluster is served, and by whom. */
    public record ClusterPlace(String cluster, String worker) {}

    /**
     * The lane of an order: those of one are done in order, lanes in parallel. A target's route,
     * workloads and status are different objects.
     */
    public static String lane(Heard<Order> heard) {
        String lane = heard.word() instanceof ChangeOrder change
                ? switch (Priority.of(change)) {
                    case RESCUE, ROUTE -> "route";
                    case WORKLOAD -> "workload";
                    case TALK -> "status";
                }
                : "other";
        return heard.key() + " " + lane;
    }

    @Override
    public void heard(Heard<Order> heard) {
        if (!(heard.word() instanceof ChangeOrder order)) {
            throw new IllegalArgumentException("Expected an order to the router, but got "
                    + heard.envelope().eventType());
        }
        if (!order.head().target().cluster().equals(cluster)) {
            throw new IllegalArgumentException("Expected an order for cluster " + cluster
                    + ", but got one for " + order.head().target());
        }
        try {
            report(attempt(order), heard);
        } catch (KafkaTrouble e) {
            throw e;
        } catch (RuntimeException bug) {
            // The order is answered all the same; the record itself goes to the dead letters.
            report(new ChangeRefused(OrderRef.to(order, worker), Reason.INVALID, "router",
                    "failed with " + bug.getClass().getSimpleName() + ", see the router's log"),
                    heard);
            throw bug;
        }
    }

    private Report attempt(ChangeOrder order) {
        OrderRef ref = OrderRef.to(order, worker);
        if (!awaitPlace(order)) {
            return new ChangeRefused(ref, Reason.THROTTLED, "router",
                    "no place among the orders of the cluster within " + TURN.toSeconds() + " s");
        }
        try {
            return clock.instant().isAfter(order.head().expires())
                    ? new ChangeRefused(ref, Reason.EXPIRED, "order",
                            "expired at " + order.head().expires())
                    : timed(order);
        } finally {
            budget.leave(Priority.of(order));
        }
    }

    private Report timed(ChangeOrder order) {
        Timer.Sample sample = Timer.start(meters);
        Report report = work.apply(order);
        sample.stop(meters.timer("fairlead.router.attempts", "cluster", cluster, "type",
                report.order().type()));
        return report;
    }

    private void report(Report report, Heard<Order> heard) {
        String outcome = outcome(report);
        meters.counter("fairlead.router.orders", "cluster", cluster, "type",
                report.order().type(), "outcome", outcome).increment();
        LOG.debug("order answered cluster={} target={} order={} outcome={}", cluster,
                report.order().target(), report.order().id(), outcome);
        if (report instanceof ChangeRefused refused) {
            LOG.info("order refused cluster={} target={} order={} type={} reason={} object={} "
                    + "message=\"{}\"", cluster, refused.order().target(), refused.order().id(),
                    refused.order().type(), refused.reason(), refused.object(),
                    refused.message());
        }
        reports.accept(report, heard.envelope().traceparent());
    }

    private boolean awaitPlace(ChangeOrder order) {
        Priority priority = Priority.of(order);
        CompletableFuture<Boolean> place = budget.enter(priority);
        try {
            return place.get(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            place.thenRun(() -> budget.leave(priority));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            place.thenRun(() -> budget.leave(priority));
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a place in the budget cannot fail", e);
        }
    }

    private static String outcome(Report report) {
        return switch (report) {
            case ChangeApplied _ -> "applied";
            case ChangeOvertaken _ -> "overtaken";
            case ChangeRefused refused -> refused.reason().name().toLowerCase(Locale.ROOT);
            case AnalysisScored _,AnalysisUnanswered _,HooksAnswered _,NoticeDelivered _,NoticeUndelivered _ ->
                    "other";
        };
    }
}
