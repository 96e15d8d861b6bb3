package dev.fairlead.watcher.watch;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.TargetKey;

/** Requests to say everything again, until there are eyes to answer them. */
final class Requests {

    /** More are answered by saying everything of all targets. */
    private static final int LIMIT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Queue<List<TargetKey>> waiting = new LinkedBlockingQueue<>(LIMIT);

    /** Empty for all targets. */
    void add(List<TargetKey> asked) {
        if (!waiting.offer(List.copyOf(asked))) {
            LOG.warn("too many requests, all targets will be restated limit={}", LIMIT);
            waiting.clear();
            waiting.offer(List.of());
        }
    }

    Optional<List<TargetKey>> next() {
        return Optional.ofNullable(waiting.poll());
    }
}
