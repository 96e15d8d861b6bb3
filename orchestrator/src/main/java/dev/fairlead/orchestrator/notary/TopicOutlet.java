package dev.fairlead.orchestrator.notary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.ProducerLine;

/**
 * Publishes notes on the topic of checkpoints.
 *
 * @param line
 *            that confirms every send
 * @param origin
 *            the log's name, the key of the records
 */
public record TopicOutlet(ProducerLine line, String origin) implements CheckpointOutlet {

    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "topic " + Topics.CHECKPOINTS;
    }

    @Override
    public void take(String note) throws IOException {
        try {
            line.send(Topics.CHECKPOINTS, origin,
                    Map.of("content-type", "text/plain; charset=utf-8"),
                    note.getBytes(StandardCharsets.UTF_8))
                    .get(CONFIRMED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("ended before it was confirmed", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("not confirmed: " + e.getMessage(), e);
        }
    }
}
