package dev.fairlead.router.work;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * How many orders a cluster is troubled with at a time. The most urgent waits least, some places
 * are kept for traffic to the primary, so that no rollback waits behind talk that hangs, and talk
 * has few, so that an API server that is short of time gives it to routes and workloads.
 */
public final class Budget {

    /** Places that only traffic to the primary may take. */
    public static final int KEPT = 4;

    /** Of the places that are not kept, talk may take one in so many. */
    private static final int TALKS = 4;

    private final int places;

    private final Map<Priority, Queue<CompletableFuture<Boolean>>> waiting = new EnumMap<>(
            Priority.class);

    private int taken;

    private int talking;

    /**
     * @param places
     *            orders at a time, above {@link #KEPT}
     */
    public Budget(int places) {
        if (places <= KEPT) {
            throw new IllegalArgumentException("Expected fairlead.router.orders-at-a-time above "
                    + KEPT + ", but got " + places);
        }
        this.places = places;
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    /** A place, as soon as there is one for the priority; to be given back by {@link #leave}. */
    public CompletableFuture<Boolean> enter(Priority priority) {
        CompletableFuture<Boolean> place = new CompletableFuture<>();
        synchronized (this) {
            queue(priority).add(place);
        }
        admit();
        return place;
    }

    /** Gives a place back that was entered with this priority. */
    public void leave(Priority priority) {
        synchronized (this) {
            taken--;
            talking -= priority == Priority.TALK ? 1 : 0;
        }
        admit();
    }

    /** How many wait for a place. */
    public synchronized int waiting() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    private synchronized void admit() {
        for (Priority priority : Priority.values()) {
            Queue<CompletableFuture<Boolean>> queue = queue(priority);
            while (isOpen(priority) && !queue.isEmpty()) {
                taken++;
                talking += priority == Priority.TALK ? 1 : 0;
                queue.remove().complete(true);
            }
        }
    }

    private boolean isOpen(Priority priority) {
        int shared = places - KEPT;
        return switch (priority) {
            case RESCUE -> taken < places;
            case ROUTE, WORKLOAD -> taken < shared;
            case TALK -> taken < shared && talking < Math.max(1, shared / TALKS);
        };
    }

    private Queue<CompletableFuture<Boolean>> queue(Priority priority) {
        return waiting.computeIfAbsent(priority, missing -> new ArrayDeque<>());
    }
}
