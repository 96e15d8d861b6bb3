package dev.fairlead.sandbox.simulation.process;

import dev.fairlead.events.report.Report;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.sandbox.simulation.topic.Said;

/** A worker's way to the orchestrator. */
final class Reporting {

    private final Ground ground;
    private final Process process;
    private final String topic;

    Reporting(Ground ground, Process process, String topic) {
        this.ground = ground;
        this.process = process;
        this.topic = topic;
    }

    /**
     * Publishes a report.
     *
     * @throws NotReported
     *             when nobody knows whether it was taken; the order is done again
     */
    void publish(Report report) {
        process.call();
        String id = report.order().id() + "/report";
        var said = new Said(report.order().target().toString(),
                letter -> new Heard.Reported(letter, id, report));
        boolean taken = !process.isCut()
                && !ground.broker()
                        .send(ground.broker().heard(topic), said)
                        .isCompletedExceptionally();
        if (!taken) {
            throw new NotReported();
        }
        process.call();
    }

    /** A report may not have been taken. */
    static final class NotReported extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotReported() {
            super("not reported", null, false, false);
        }
    }
}
