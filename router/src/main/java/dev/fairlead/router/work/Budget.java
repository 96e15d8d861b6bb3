package dev.fairlead.router.work;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * How many orders a cluster is troubled with at a time. The most urgent waits least, some places
 * are kept for traffic to the primary, so that no rollback waits behind talk that hangs.
 *
 * <p>Workloads and talk have few: an API server that is short of time divides it among those who
 * ask at once, and the cluster's controllers ask with five at a time. A burst of ours would keep
 * them from making the pods that we wait for.
 */
public final class Budget {

    /** Places that only traffic to the primary may take. */
    public static final int KEPT = 4;

    /** Of the places that are not kept, orders about workloads may take one in so many. */
    private static final int WORKLOADS = 3;

    /** The same for talk. */
    private static final int TALKS = 7;

    private final int places;

    private final Map<Priority, Queue<CompletableFuture<Boolean>>> waiting = new EnumMap<>(
            Priority.class);

    private int taken;

    private final Map<Priority, Integer> inside = new EnumMap<>(Priority.class);

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
            inside.put(priority, 0);
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
            inside.merge(priority, -1, Integer::sum);
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
                inside.merge(priority, 1, Integer::sum);
                queue.remove().complete(true);
            }
        }
    }

    private boolean isOpen(Priority priority) {
        int shared = places - KEPT;
        return switch (priority) {
            case RESCUE -> taken < places;
            case ROUTE -> taken < shared;
            case WORKLOAD -> taken < shared && hasRoom(priority, shared / WORKLOADS);
            case TALK -> taken < shared && hasRoom(priority, shared / TALKS);
        };
    }

    private boolean hasRoom(Priority priority, int most) {
        return inside.getOrDefault(priority, 0) < Math.max(1, most);
    }

    private Queue<CompletableFuture<Boolean>> queue(Priority priority) {
        return waiting.computeIfAbsent(priority, missing -> new ArrayDeque<>());
    }
}
