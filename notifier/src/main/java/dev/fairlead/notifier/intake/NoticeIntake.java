package dev.fairlead.notifier.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.report.NoticeDelivered;
import dev.fairlead.events.report.NoticeUndelivered;
import dev.fairlead.events.report.Report;
import dev.fairlead.notifier.publish.Reports;
import dev.fairlead.notifier.work.NoticeWork;
import dev.fairlead.topics.listen.Heard;
import dev.fairlead.topics.listen.Listener;

/** Hears orders to send notices, has them done and reported. */
public final class NoticeIntake implements Listener<Order> {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeIntake.class);

    private final NoticeWork work;
    private final Reports reports;

    public NoticeIntake(NoticeWork work, Reports reports) {
        this.work = work;
        this.reports = reports;
    }

    @Override
    public void heard(Heard<Order> heard) {
        if (!(heard.word() instanceof SendNotice notice)) {
            throw new IllegalStateException(
                    "Expected SendNotice, but got " + heard.envelope().word());
        }
        for (Report report : work.deliver(notice)) {
            log(notice, report);
            reports.publish(report, heard.envelope());
        }
    }

    private static void log(SendNotice notice, Report report) {
        if (report instanceof NoticeDelivered delivered) {
            LOG.info("notice delivered target={} order={} channels={}", notice.head().target(),
                    notice.head().id(), delivered.deliveries());
        } else if (report instanceof NoticeUndelivered undelivered) {
            LOG.warn("notice undelivered target={} order={} channel={} reason=\"{}\"",
                    notice.head().target(), notice.head().id(), undelivered.channel(),
                    undelivered.reason());
        }
    }
}
