package dev.fairlead.orchestrator.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.loop.RestateLine;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;

/** Asks watchers by topic. */
public final class KafkaRestateLine implements RestateLine {

    private final WordPublisher<RestateRequested> publisher;

    public KafkaRestateLine(ProducerLine line) {
        this.publisher = new WordPublisher<>(Family.RESTATE,
                new WordCodec<>(WordJson.tolerant(), RestateRequested.class, List.of()), line);
    }

    @Override
    public CompletableFuture<?> ask(RestateRequested request) {
        return publisher.publish(Topics.restate(request.cluster()), request.cluster(), request,
                Origin.of(UUID.randomUUID().toString(), "/fairlead/orchestrator", "",
                        Instant.now()));
    }
}
