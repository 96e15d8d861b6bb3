package dev.fairlead.topics.listen;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of a lane one after the other and lanes in parallel. How many wait is the
 * caller's limit. Tasks throw nothing.
 */
final class Lanes {

    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
    private final Executor threads;

    Lanes(Executor threads) {
        this.threads = threads;
    }

    synchronized void add(String lane, Runnable task) {
        Queue<Runnable> queue = waiting.get(lane);
        if (queue != null) {
            queue.add(task);
            return;
        }
        waiting.put(lane, new ArrayDeque<>());
        threads.execute(() -> drain(lane, task));
    }

    /** Whether any task waits or runs. */
    synchronized boolean isBusy() {
        return !waiting.isEmpty();
    }

    private void drain(String lane, Runnable first) {
        @Nullable
        Runnable task = first;
        while (task != null) {
            task.run();
            task = next(lane);
        }
    }

    private synchronized @Nullable Runnable next(String lane) {
        Queue<Runnable> queue = waiting.get(lane);
        Runnable task = queue == null ? null : queue.poll();
        if (task == null) {
            waiting.remove(lane);
        }
        return task;
    }
}
