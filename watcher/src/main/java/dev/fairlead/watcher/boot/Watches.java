package dev.fairlead.watcher.boot;

import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.SmartLifecycle;

import dev.fairlead.topics.Waits;
import dev.fairlead.watcher.watch.ClusterWatch;
import dev.fairlead.watcher.watch.Kind;

/** The watches of all clusters, started and stopped with the application. */
public final class Watches implements SmartLifecycle, Waits, MeterBinder {

    private final List<ClusterWatch> all;

    private volatile boolean running;

    Watches(List<ClusterWatch> all) {
        this.all = List.copyOf(all);
    }

    /** One per cluster. */
    public List<ClusterWatch> all() {
        return all;
    }

    @Override
    public void start() {
        running = true;
        all.forEach(ClusterWatch::start);
    }

    @Override
    public void stop() {
        running = false;
        // All at once, for one that hangs takes seconds to let go of.
        List<Thread> closing = all.stream()
                .map(watch -> Thread.ofVirtual().start(watch::close))
                .toList();
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<String> waitingFor() {
        return all.stream().map(ClusterWatch::waitingFor).flatMap(Optional::stream).findFirst();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (ClusterWatch watch : all) {
            Gauge.builder("fairlead.watcher.targets", watch, ClusterWatch::targets)
                    .tag("cluster", watch.cluster())
                    .description("Canaries that are seen")
                    .register(meters);
            Gauge.builder("fairlead.watcher.unheard", watch, ClusterWatch::unheard)
                    .tag("cluster", watch.cluster())
                    .description("Targets that are owed a restatement")
                    .register(meters);
            for (Kind kind : Kind.values()) {
                Gauge.builder("fairlead.watcher.watching", watch,
                        it -> it.blind().contains(kind.text()) ? 0 : 1)
                        .tag("cluster", watch.cluster())
                        .tag("kind", kind.text())
                        .description("1 while the kind is being watched, or no Canary needs it")
                        .register(meters);
            }
        }
    }
}
