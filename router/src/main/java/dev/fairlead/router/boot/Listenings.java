package dev.fairlead.router.boot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.SmartLifecycle;

import dev.fairlead.events.order.Order;
import dev.fairlead.topics.Waits;
import dev.fairlead.topics.listen.OrderedListening;

/** Listens for every cluster, each on its own. */
final class Listenings implements SmartLifecycle, Waits {

    private final List<OrderedListening<Order>> all;

    Listenings(List<OrderedListening<Order>> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void start() {
        all.forEach(OrderedListening::start);
    }

    /** All at once, for each waits for what it is doing. */
    @Override
    public void stop() {
        List<Thread> stopping = all.stream()
                .map(listening -> Thread.ofVirtual().start(listening::stop))
                .toList();
        for (Thread thread : stopping) {
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
        return all.stream().anyMatch(OrderedListening::isRunning);
    }

    @Override
    public Optional<String> waitingFor() {
        String waits = all.stream()
                .map(Waits::waitingFor)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return waits.isEmpty() ? Optional.empty() : Optional.of(waits);
    }
}
