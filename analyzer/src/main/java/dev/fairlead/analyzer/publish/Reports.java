package dev.fairlead.analyzer.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.topics.publish.Envelope;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.WordPublisher;

/** Publishes reports on the pool's topic, keyed by target. */
public final class Reports {

    /** For a shared order: it goes back to the others well before its lock ends. */
    public static final Duration BRIEFLY = Duration.ofSeconds(5);
    /** For an order of our own: its effect is done, so saying so is tried for longer. */
    public static final Duration PATIENTLY = Duration.ofMinutes(5);

    private final WordPublisher<Report> publisher;
    private final String topic;
    private final InstantSource clock;

    public Reports(WordPublisher<Report> publisher, String topic, InstantSource clock) {
        this.publisher = publisher;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * @param cause
     *            the envelope of the order that is answered
     * @throws dev.fairlead.topics.KafkaTrouble
     *             when Kafka was away for longer than {@code patience}
     */
    public void publish(Report report, Envelope cause, Duration patience) {
        OrderRef order = report.order();
        var origin = Origin.of(order.id().text() + "/report/" + UUID.randomUUID(),
                "/fairlead/analyzer/" + order.worker(), order.target().toString(),
                clock.instant())
                .answering(cause.id(), cause.streamVersion(), cause.traceparent());
        publisher.publishWithin(patience, topic, order.target().toString(), report, origin);
    }
}
