package dev.fairlead.analyzer.intake;

import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.analyzer.publish.Reports;
import dev.fairlead.analyzer.work.GateWatch;
import dev.fairlead.analyzer.work.HookWork;
import dev.fairlead.analyzer.work.Meters;
import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.AnalysisUnanswered;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.topics.listen.Heard;
import dev.fairlead.topics.listen.Listener;

/** Hears orders to call hooks, has them done and reported. */
public final class HookIntake implements Listener<Order> {

    private static final Logger LOG = LoggerFactory.getLogger(HookIntake.class);

    private final HookWork work;
    private final GateWatch gates;
    private final Reports reports;
    private final Meters meters;
    private final InstantSource clock;
    private final String worker;

    public HookIntake(HookWork work, GateWatch gates, Reports reports, Meters meters,
            InstantSource clock, String worker) {
        this.work = work;
        this.gates = gates;
        this.reports = reports;
        this.meters = meters;
        this.clock = clock;
        this.worker = worker;
    }

    /** A gate that hangs holds up no other kind of hook of the same target. */
    public static String lane(Heard<Order> heard) {
        return heard.word() instanceof CallHooks order
                ? heard.key() + "/" + order.kind().wireName()
                : heard.key();
    }

    @Override
    public void heard(Heard<Order> heard) {
        if (!(heard.word() instanceof CallHooks order)) {
            throw new IllegalStateException(
                    "Expected CallHooks, but got " + heard.envelope().word());
        }
        gates.forget(order);
        if (!clock.instant().isBefore(order.head().expires())) {
            reports.publish(expired(order), heard.envelope(), Reports.PATIENTLY);
        } else if (order.every().isZero()) {
            reports.publish(answer(order, work.call(order)), heard.envelope(),
                    Reports.PATIENTLY);
        } else {
            gates.watch(order, answers -> reports.publish(answer(order, answers),
                    heard.envelope(), Reports.PATIENTLY));
        }
    }

    private Report expired(CallHooks order) {
        OrderRef ref = OrderRef.to(order, worker);
        meters.dropped("hooks");
        LOG.warn("hooks not called target={} type={} reason=expired", ref.target(),
                order.kind().wireName());
        return new AnalysisUnanswered(ref, AnalysisId.NONE, "expired before it was begun");
    }

    private Report answer(CallHooks order, List<HookAnswer> answers) {
        OrderRef ref = OrderRef.to(order, worker);
        var answered = new HooksAnswered(ref, order.kind(), answers);
        LOG.info("hooks answered target={} type={} passed={}", ref.target(),
                order.kind().wireName(), answered.allPassed());
        return answered;
    }
}
