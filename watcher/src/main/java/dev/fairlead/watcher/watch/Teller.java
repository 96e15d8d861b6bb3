package dev.fairlead.watcher.watch;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.watcher.publish.Voice;

/**
 * Says observations and remembers which targets may not have been heard. They are owed a
 * restatement, so nothing is lost for good.
 */
final class Teller {

    /** Said and not answered for; more wait. */
    private static final int IN_FLIGHT = 512;

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Voice voice;

    private final Semaphore permits = new Semaphore(IN_FLIGHT);

    private final Set<TargetKey> unheard = ConcurrentHashMap.newKeySet();

    private final Queue<Observation> failed = new ConcurrentLinkedQueue<>();

    Teller(Voice voice) {
        this.voice = voice;
    }

    void say(Observation observation) {
        permits.acquireUninterruptibly();
        @SuppressWarnings({"unused", "FutureReturnValueIgnored"}) // told in the callback
        var saying = voice.say(observation).whenComplete((ok, error) -> {
            if (error == null) {
                heard(observation);
            } else {
                notHeard(observation, error);
            }
            permits.release();
        });
    }

    /** What failed since the last call. */
    Queue<Observation> failed() {
        return failed;
    }

    /** Targets that are owed a restatement. */
    int unheard() {
        return unheard.size();
    }

    /** Whether all that was said has been heard. */
    boolean isClear() {
        return unheard.isEmpty() && permits.availablePermits() == IN_FLIGHT;
    }

    private void heard(Observation observation) {
        if (observation instanceof TargetRestated || observation instanceof TargetGone) {
            unheard.remove(observation.target());
        }
    }

    /** What is too large will not get smaller: it is left out, and neighbours go on. */
    private void notHeard(Observation observation, Throwable error) {
        if (error instanceof IllegalStateException) {
            LOG.error("observation cannot be said target={} error=\"{}\"", observation.target(),
                    error.getMessage());
            return;
        }
        LOG.warn("observation not heard, target will be restated target={} error=\"{}\"",
                observation.target(), error.getMessage());
        unheard.add(observation.target());
        failed.add(observation);
    }
}
