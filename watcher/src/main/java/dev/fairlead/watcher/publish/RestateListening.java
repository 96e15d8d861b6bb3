package dev.fairlead.watcher.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.context.SmartLifecycle;

import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.Waits;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.listen.OrderedListening;
import dev.fairlead.topics.listen.Subscription;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;

/** Hears the requests of the orchestrator to say everything again, cluster by cluster. */
public final class RestateListening implements SmartLifecycle, Waits {

    private final List<OrderedListening<RestateRequested>> clusters;

    private volatile boolean running;

    public RestateListening(List<OrderedListening<RestateRequested>> clusters) {
        this.clusters = List.copyOf(clusters);
    }

    /**
     * Listens for one cluster.
     *
     * @param asked
     *            must not wait
     */
    public static OrderedListening<RestateRequested> of(String cluster, KafkaClients clients,
            DeadLetters deadLetters, Consumer<RestateRequested> asked) {
        var codec = new WordCodec<>(WordJson.tolerant(), RestateRequested.class, List.of());
        return new OrderedListening<>(clients,
                Subscription.byKey("watcher." + cluster, Topics.restate(cluster)),
                new WordReader<>(Family.RESTATE, codec), heard -> asked.accept(heard.word()),
                deadLetters);
    }

    @Override
    public void start() {
        running = true;
        clusters.forEach(OrderedListening::start);
    }

    @Override
    public void stop() {
        running = false;
        clusters.forEach(OrderedListening::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<String> waitingFor() {
        return clusters.stream()
                .map(OrderedListening::waitingFor)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
