package dev.fairlead.notifier.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.notice.Notice;

/** Delivers one notice to one place: tries, pauses, tries again, and gives up at the limits. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Consumer<Duration> rest;

    Courier(MeterRegistry meters, InstantSource clock, Consumer<Duration> rest) {
        this.meters = meters;
        this.clock = clock;
        this.rest = rest;
    }

    /**
     * What is delivered, and until when.
     *
     * @param route
     *            the route's name
     * @param expires
     *            after which no further attempt is made
     */
    record Parcel(String id, String route, Notice notice, Place place, Instant expires) {}

    Outcome bring(Channel channel, Parcel parcel) {
        String reason = "";
        for (int attempt = 1; attempt <= RetryRules.RETRIES + 1; attempt++) {
            long begun = System.nanoTime();
            Delivery delivery = channel.deliver(parcel.id(), parcel.notice(), parcel.place());
            count(channel, delivery, Duration.ofNanos(System.nanoTime() - begun));
            switch (delivery) {
                case Delivery.Taken() -> {
                    return new Outcome(parcel.route(), true, "");
                }
                case Delivery.Refused(String why) -> {
                    return new Outcome(parcel.route(), false, why);
                }
                case Delivery.Busy(String why, Duration notBefore) -> {
                    reason = why;
                    Duration pause = RetryRules.pause(attempt, notBefore);
                    if (clock.instant().plus(pause).isAfter(parcel.expires())) {
                        return new Outcome(parcel.route(), false, reason + ", expired");
                    }
                    LOG.info("notice not taken order={} channel={} attempt={} reason=\"{}\"",
                            parcel.id(), parcel.route(), attempt, why);
                    rest.accept(attempt <= RetryRules.RETRIES ? pause : Duration.ZERO);
                }
            }
        }
        return new Outcome(parcel.route(), false,
                reason + ", gave up after " + (RetryRules.RETRIES + 1) + " attempts");
    }

    /** Waits, unless the process stops. */
    static void rest(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Stopped while a notice was being delivered");
        }
    }

    private void count(Channel channel, Delivery delivery, Duration took) {
        meters.timer("fairlead.notifier.attempts", "channel", channel.type(), "outcome",
                switch (delivery) {
                    case Delivery.Taken taken -> "taken";
                    case Delivery.Refused refused -> "refused";
                    case Delivery.Busy busy -> "busy";
                }).record(took);
    }
}
