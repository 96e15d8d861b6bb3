package dev.fairlead.router.publish;

import java.time.Clock;
import java.time.Duration;

import dev.fairlead.events.report.Report;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.WordPublisher;

/** Publishes the reports of one cluster. */
public final class Reports {

    /** How long one report is tried before its order is taken up again. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String cluster;

    private final WordPublisher<Report> publisher;

    private final Clock clock;

    public Reports(String cluster, WordPublisher<Report> publisher, Clock clock) {
        this.cluster = cluster;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Publishes a report and waits until it is safe.
     *
     * @param traceparent
     *            of the order; empty when not traced
     * @throws dev.fairlead.topics.KafkaTrouble
     *             when it could not be published in time
     */
    public void publish(Report report, String traceparent) {
        var order = report.order();
        var origin = Origin.of(order.id() + "/report", "/fairlead/router/" + cluster,
                order.target().toString(), clock.instant())
                .answering(order.id().text(), order.fence().version(), traceparent);
        publisher.publishWithin(PATIENCE, Topics.report(cluster), order.target().toString(), report,
                origin);
    }
}
