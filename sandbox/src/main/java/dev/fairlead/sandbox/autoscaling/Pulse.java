package dev.fairlead.sandbox.autoscaling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.KubernetesClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, until it is closed; an API server that is away is waited for. */
final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final ScheduledExecutorService thread;

    Pulse(String name, Duration every, Runnable work) {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        @SuppressWarnings({"unused", "FutureReturnValueIgnored"}) // each beat tells what went wrong
        var beating = thread.scheduleWithFixedDelay(() -> beat(name, work), 0, every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void beat(String name, Runnable work) {
        try {
            work.run();
        } catch (KubernetesClientException e) {
            LOG.info("trying again name={} error=\"{}\"", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("left out once name={}", name, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
