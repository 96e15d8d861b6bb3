package dev.fairlead.sandbox.simulation.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.fate.Faults;
import dev.fairlead.sandbox.simulation.fate.Scheduler;

/** All topics, and what may happen to a record on its way. */
public final class Broker {

    /** The latest that a record comes that others overtake. */
    private static final Duration LATEST = Duration.ofSeconds(60);

    private final Scheduler scheduler;
    private final Faults faults;
    private final Actor wire = new Actor("wire", Actor.Life.ETERNAL);
    private final Map<String, Topic<Said>> heard = new LinkedHashMap<>();
    private final Map<String, Topic<Outgoing>> orders = new LinkedHashMap<>();
    private final Map<String, Topic<RestateRequested>> requests = new LinkedHashMap<>();

    public Broker(Scheduler scheduler, Faults faults) {
        this.scheduler = scheduler;
        this.faults = faults;
    }

    /** A topic that the orchestrator reads. */
    public Topic<Said> heard(String name) {
        return heard.computeIfAbsent(name, Topic::new);
    }

    /** A topic that workers read. */
    public Topic<Outgoing> orders(String name) {
        return orders.computeIfAbsent(name, Topic::new);
    }

    /** The topic on which a cluster's watcher is asked to say all again. */
    public Topic<RestateRequested> requests(String cluster) {
        return requests.computeIfAbsent(cluster, Topic::new);
    }

    /**
     * Takes a record.
     *
     * @return fails when it is not known whether it was taken
     */
    public <T> CompletableFuture<?> send(Topic<T> topic, T record) {
        if (faults.strikes(Fault.LOSS)) {
            return CompletableFuture.completedFuture(record);
        }
        if (faults.strikes(Fault.REORDERING)) {
            later(topic, record, Fault.REORDERING);
        } else {
            topic.append(record);
        }
        if (faults.strikes(Fault.DUPLICATION)) {
            later(topic, record, Fault.DUPLICATION);
        }
        return faults.strikes(Fault.UNANSWERED)
                ? CompletableFuture.failedFuture(new IllegalArgumentException("no answer"))
                : CompletableFuture.completedFuture(record);
    }

    /** All topics are made anew. */
    public void empty() {
        heard.values().forEach(Topic::makeAnew);
        orders.values().forEach(Topic::makeAnew);
        requests.values().forEach(Topic::makeAnew);
    }

    private <T> void later(Topic<T> topic, T record, Fault why) {
        String id = topic.id();
        long pause = faults.chance(why).between(1_000_000, LATEST.toNanos());
        scheduler.in(pause, wire, "a late record on " + topic.name(), () -> {
            if (topic.id().equals(id)) {
                topic.append(record);
            }
        });
    }
}
