package dev.fairlead.router.work;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * How many orders a cluster is troubled with at a time. The most urgent waits least, and some
 * places are kept for traffic to the primary, so that no rollback waits behind talk that hangs.
 */
public final class Budget {

    /** Places that only traffic to the primary may take. */
    public static final int KEPT = 4;

    private final int places;

    private final Map<Priority, Queue<CompletableFuture<Boolean>>> waiting = new EnumMap<>(
            Priority.class);

    private int taken;

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

    public void leave() {
        synchronized (this) {
            taken--;
        }
        admit();
    }

    /** How many wait for a place. */
    public synchronized int waiting() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    private synchronized void admit() {
        for (Priority priority : Priority.values()) {
            int open = priority == Priority.RESCUE ? places : places - KEPT;
            Queue<CompletableFuture<Boolean>> queue = queue(priority);
            while (taken < open && !queue.isEmpty()) {
                taken++;
                queue.remove().complete(true);
            }
        }
    }

    private Queue<CompletableFuture<Boolean>> queue(Priority priority) {
        return waiting.computeIfAbsent(priority, missing -> new ArrayDeque<>());
    }
}
