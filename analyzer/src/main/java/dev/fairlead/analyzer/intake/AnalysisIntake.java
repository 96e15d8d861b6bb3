package dev.fairlead.analyzer.intake;

import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.analyzer.publish.Reports;
import dev.fairlead.analyzer.work.AnalysisWork;
import dev.fairlead.analyzer.work.Meters;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.AnalysisUnanswered;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.topics.listen.Heard;
import dev.fairlead.topics.listen.Listener;

/** Hears orders to measure, has them done and reported. */
public final class AnalysisIntake implements Listener<Order> {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisIntake.class);

    private final AnalysisWork work;
    private final Reports reports;
    private final Meters meters;
    private final InstantSource clock;
    private final String worker;

    public AnalysisIntake(AnalysisWork work, Reports reports, Meters meters, InstantSource clock,
            String worker) {
        this.work = work;
        this.reports = reports;
        this.meters = meters;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public void heard(Heard<Order> heard) {
        if (!(heard.word() instanceof RunAnalysis order)) {
            throw new IllegalStateException(
                    "Expected RunAnalysis, but got " + heard.envelope().word());
        }
        reports.publish(answer(order), heard.envelope(), Reports.BRIEFLY);
    }

    private Report answer(RunAnalysis order) {
        OrderRef ref = OrderRef.to(order, worker);
        if (!clock.instant().isBefore(order.head().expires())) {
            return unanswered(order, ref, "expired before it was begun");
        }
        try {
            var scored = new AnalysisScored(ref, order.analysis(), order.judge(),
                    work.score(order));
            LOG.info("analysis scored target={} analysis={} verdicts={} outcomes={}", ref.target(),
                    order.analysis(),
                    scored.checks().stream().map(check -> check.verdict().name()).toList(),
                    scored.checks().stream().map(check -> check.outcome().name()).toList());
            return scored;
        } catch (IllegalArgumentException e) {
            return unanswered(order, ref, String.valueOf(e.getMessage()));
        }
    }

    private Report unanswered(RunAnalysis order, OrderRef ref, String reason) {
        meters.dropped("analysis");
        LOG.warn("analysis unanswered target={} analysis={} reason=\"{}\"", ref.target(),
                order.analysis(), reason);
        return new AnalysisUnanswered(ref, order.analysis(), reason);
    }
}
