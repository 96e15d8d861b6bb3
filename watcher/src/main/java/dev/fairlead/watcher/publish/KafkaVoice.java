package dev.fairlead.watcher.publish;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;

/** Observations and heartbeats of a cluster go through one producer to one partition. */
public final class KafkaVoice implements Voice {

    private static final String SERVICE = "watcher";

    private final String cluster;

    private final String instance;

    private final InstantSource clock;

    private final WordPublisher<Observation> observations;

    private final WordPublisher<Heartbeat> heartbeats;

    private final AtomicLong count = new AtomicLong();

    /**
     * @param instance
     *            the process, new for each start
     */
    public KafkaVoice(String cluster, String instance, InstantSource clock, ProducerLine line) {
        this.cluster = cluster;
        this.instance = instance;
        this.clock = clock;
        var mapper = WordJson.tolerant();
        this.observations = new WordPublisher<>(Family.OBSERVATION,
                new WordCodec<>(mapper, Observation.class, List.of()), line);
        this.heartbeats = new WordPublisher<>(Family.HEARTBEAT,
                new WordCodec<>(mapper, Heartbeat.class, List.of()), line);
    }

    @Override
    public CompletableFuture<?> say(Observation observation) {
        String target = observation.target().toString();
        try {
            return observations.publish(Topics.observation(cluster), target, observation,
                    origin(target, clock.instant()));
        } catch (IllegalStateException tooLarge) {
            return CompletableFuture.failedFuture(tooLarge);
        }
    }

    @Override
    public CompletableFuture<?> beat(List<String> blind) {
        Instant now = clock.instant();
        return heartbeats.publish(Topics.observation(cluster), cluster,
                new Heartbeat(cluster, SERVICE, instance, now, blind), origin("", now));
    }

    private Origin origin(String subject, Instant now) {
        return Origin.of(instance + "-" + count.incrementAndGet(),
                "/fairlead/" + SERVICE + "/" + cluster, subject, now);
    }
}
