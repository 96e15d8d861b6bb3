package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.report.Report;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Places;
import dev.fairlead.notifier.notice.Notice;
import dev.fairlead.notifier.work.NoticeWork;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.topic.Group;
import dev.fairlead.topics.Topics;

/** A notifier: the work that ships, over a chat that is made up. */
final class NotifierProcess implements Startable, Channel {

    private static final String CHAT = "slack";

    private final Ground ground;
    private final Process process;
    private final NoticeWork work;
    private final Reporting reports;
    private final Listening listening;

    NotifierProcess(Ground ground, Process process, String pool, Group group) {
        this.ground = ground;
        this.process = process;
        var room = new NoticeWork.Fallback(CHAT, new Place("room", "", "http://chat", "", ""));
        this.work = new NoticeWork(Map.of(CHAT, this), new Places(new NoReferences()),
                new NoticeWork.Sender(process.name(), "", List.of(room)),
                new NoticeWork.Delivering(new CompositeMeterRegistry(), ground::instant,
                        this::rest, new InlineThreads()));
        this.reports = new Reporting(ground, process, Topics.report(pool));
        this.listening = new Listening(ground, process,
                new Listening.Subscription(ground.broker().orders(Topics.noticeOrder(pool)),
                        group, order -> order.head().target().toString()),
                this::heard);
    }

    @Override
    public void start() {
        listening.start();
    }

    @Override
    public void stopped() {
        listening.stop();
    }

    @Override
    public String type() {
        return CHAT;
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        process.call();
        return process.isCut() || ground.faults().strikes(Fault.SOURCE_OUTAGE)
                ? new Delivery.Busy("no answer", Duration.ZERO)
                : new Delivery.Taken();
    }

    private void heard(Order order) {
        for (Report report : work.deliver((SendNotice) order)) {
            reports.publish(report);
        }
    }

    private void rest(Duration pause) {
        process.pass(pause.toNanos());
    }
}
