package dev.fairlead.notifier.work;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;

import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.report.NoticeDelivered;
import dev.fairlead.events.report.NoticeUndelivered;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Places;
import dev.fairlead.notifier.notice.Notice;
import dev.fairlead.notifier.notice.Wanted;

/** Brings a notice to every channel that wants it, in parallel, and says what became of it. */
public final class NoticeWork implements AutoCloseable {

    private final Map<String, Channel> channels;
    private final Places places;
    private final Sender sender;
    private final Courier courier;
    private final InstantSource clock;
    private final ExecutorService threads;

    /**
     * Who sends.
     *
     * @param worker
     *            names this process in reports
     * @param clusterName
     *            shown first in every notice; empty for not
     * @param fallback
     *            where notices without routes go; empty for nowhere
     */
    public record Sender(String worker, String clusterName, List<Fallback> fallback) {}

    /** A channel that is not the Canary's but ours. */
    public record Fallback(String type, Place place) {}

    public NoticeWork(Map<String, Channel> channels, Places places, Sender sender,
            MeterRegistry meters, InstantSource clock) {
        this(channels, places, sender, new Courier(meters, clock, Courier::rest), clock,
                Executors.newVirtualThreadPerTaskExecutor());
    }

    /**
     * How it is delivered.
     *
     * @param rest
     *            waits between two attempts
     * @param threads
     *            deliver; closed with the work
     */
    public record Delivering(MeterRegistry meters, InstantSource clock, Consumer<Duration> rest,
            ExecutorService threads) {}

    public NoticeWork(Map<String, Channel> channels, Places places, Sender sender,
            Delivering how) {
        this(channels, places, sender, new Courier(how.meters(), how.clock(), how.rest()),
                how.clock(), how.threads());
    }

    private NoticeWork(Map<String, Channel> channels, Places places, Sender sender,
            Courier courier, InstantSource clock, ExecutorService threads) {
        this.channels = Map.copyOf(channels);
        this.places = places;
        this.sender = sender;
        this.courier = courier;
        this.clock = clock;
        this.threads = threads;
    }

    /** Returns when every channel has taken it or was given up; bounded by the retry limits. */
    public List<Report> deliver(SendNotice order) {
        OrderRef ref = OrderRef.to(order, sender.worker());
        if (!clock.instant().isBefore(order.head().expires())) {
            return List.of(new NoticeUndelivered(ref, "", "expired before it was sent"));
        }
        List<Outcome> outcomes = order.routes().isEmpty() ? byDefault(order) : byRoutes(order);
        List<Report> failures = outcomes.stream()
                .filter(outcome -> !outcome.delivered())
                .<Report>map(outcome -> new NoticeUndelivered(ref, outcome.route(),
                        outcome.reason()))
                .toList();
        return failures.isEmpty()
                ? List.of(new NoticeDelivered(ref, outcomes.size()))
                : failures;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<Outcome> byDefault(SendNotice order) {
        return all(sender.fallback()
                .stream()
                .<Supplier<Outcome>>map(fallback -> () -> bring(order, "default", fallback.type(),
                        fallback.place()))
                .toList());
    }

    private List<Outcome> byRoutes(SendNotice order) {
        return all(Wanted.by(order.routes(), order.severity())
                .stream()
                .<Supplier<Outcome>>map(route -> () -> bring(order, route))
                .toList());
    }

    private Outcome bring(SendNotice order, AlertRoute route) {
        try {
            Place place = places.of(order.head().target().cluster(), route);
            return bring(order, route.name(), route.type(), place);
        } catch (Unreadable e) {
            return new Outcome(route.name(), false, String.valueOf(e.getMessage()));
        }
    }

    private Outcome bring(SendNotice order, String name, String type, Place place) {
        Channel channel = channels.get(type);
        if (channel == null) {
            return new Outcome(name, false, "Expected a channel of type " + channels.keySet()
                    + ", but got \"" + type + "\"");
        }
        var notice = Notice.of(order, sender.clusterName());
        return courier.bring(channel, new Courier.Parcel(order.head().id().text(), name, notice,
                place, order.head().expires()));
    }

    private List<Outcome> all(List<Supplier<Outcome>> deliveries) {
        List<CompletableFuture<Outcome>> begun = deliveries.stream()
                .map(delivery -> CompletableFuture.supplyAsync(delivery, threads))
                .toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }
}
