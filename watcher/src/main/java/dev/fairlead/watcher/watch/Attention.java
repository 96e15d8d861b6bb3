package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.fairlead.events.TargetKey;

/** Which targets are to be looked at: each once, however often it was touched. */
final class Attention {

    /** A change is seldom alone; what comes within this is looked at together. */
    private static final Duration GATHERING = Duration.ofMillis(3);

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition touched = lock.newCondition();

    private Set<TargetKey> targets = new LinkedHashSet<>();

    /** When to look again, on the monotonic clock. */
    private final Map<TargetKey, Long> later = new LinkedHashMap<>();

    private final Pace pace;

    Attention(Pace pace) {
        this.pace = pace;
    }

    void touch(TargetKey target) {
        lock.lock();
        try {
            targets.add(target);
            touched.signal();
        } finally {
            lock.unlock();
        }
    }

    /** To be looked at again after a time, unless an earlier one was named. */
    void touchLater(TargetKey target, Duration pause) {
        lock.lock();
        try {
            later.merge(target, pace.nanos() + pause.toNanos(),
                    (one, other) -> one - other < 0 ? one : other);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for touched targets, at most for a time; then none. */
    Set<TargetKey> take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            ripen();
            long left = patience.toNanos();
            while (targets.isEmpty() && left > 0) {
                left = touched.awaitNanos(left);
            }
            if (targets.isEmpty()) {
                return Set.of();
            }
        } finally {
            lock.unlock();
        }
        pace.pause(GATHERING);
        lock.lock();
        try {
            Set<TargetKey> taken = targets;
            targets = new LinkedHashSet<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void ripen() {
        long now = pace.nanos();
        later.entrySet().removeIf(entry -> {
            boolean ripe = now - entry.getValue() >= 0;
            if (ripe) {
                targets.add(entry.getKey());
            }
            return ripe;
        });
    }
}
