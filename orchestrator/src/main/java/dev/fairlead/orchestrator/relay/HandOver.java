package dev.fairlead.orchestrator.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.relay.Outbox.Place;

/**
 * What the loop hands over, while it is all there is. When the relay falls behind, the queue is
 * given up and the records are read from the database until nothing was missed.
 */
final class HandOver {

    /** So many records wait in memory. */
    static final int LIMIT = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Outgoing> queue = new ArrayDeque<>();
    private boolean whole;
    private long handed;

    /** From here on nothing is known of what was written before. */
    void reset() {
        lock.lock();
        try {
            queue.clear();
            whole = false;
            handed++;
        } finally {
            lock.unlock();
        }
    }

    void add(List<Outgoing> records) {
        lock.lock();
        try {
            handed++;
            if (whole && queue.size() + records.size() <= LIMIT) {
                queue.addAll(records);
            } else {
                queue.clear();
                whole = false;
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isWhole() {
        lock.lock();
        try {
            return whole;
        } finally {
            lock.unlock();
        }
    }

    /** To be asked before the database is read. */
    long handed() {
        lock.lock();
        try {
            return handed;
        } finally {
            lock.unlock();
        }
    }

    /** The database was read to its end; the queue is whole unless something came meanwhile. */
    void caughtUp(long handedBefore) {
        lock.lock();
        try {
            whole = handed == handedBefore;
        } finally {
            lock.unlock();
        }
    }

    /** The next records behind a place, after waiting for some; may be empty. */
    List<Outgoing> take(Place sent, int limit, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            if (queue.isEmpty() && whole && patience.isPositive()
                    && !arrived.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return List.of();
            }
            List<Outgoing> taken = new ArrayList<>();
            while (!queue.isEmpty() && taken.size() < limit) {
                Outgoing next = queue.removeFirst();
                if (Place.of(next).compareTo(sent) > 0) {
                    taken.add(next);
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }
}
