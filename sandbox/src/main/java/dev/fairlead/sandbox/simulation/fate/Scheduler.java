package dev.fairlead.sandbox.simulation.fate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionException;

/**
 * The only clock and the only thread of a world: does what is due, in the order of time, and lets
 * time pass by going from one to the next.
 */
public final class Scheduler {

    /** What happened last is kept, so many events of it. */
    static final int KEPT = 400;
    /** How deep calls that wait may lie in each other. */
    private static final int DEEPEST = 4;

    private final PriorityQueue<Event> queue = new PriorityQueue<>(
            Comparator.comparingLong(Event::time).thenComparingLong(Event::number));
    private final Event[] kept = new Event[KEPT];
    private long now;
    private long number;
    private long steps;
    private int depth;

    /** Virtual time since the world began, in ns. */
    public long now() {
        return now;
    }

    /** Events so far. */
    public long steps() {
        return steps;
    }

    /** Does something after a time. */
    public void in(Duration time, Actor actor, String what, Runnable action) {
        in(time.toNanos(), actor, what, action);
    }

    /** Does something after a time in ns. */
    public void in(long nanos, Actor actor, String what, Runnable action) {
        queue.add(new Event(now + nanos, number++, actor, what, action));
    }

    /** Does the next thing; false when there is none. */
    public boolean step() {
        Event next = queue.poll();
        if (next == null) {
            return false;
        }
        run(next);
        return true;
    }

    /** The world goes on for a time while somebody waits. */
    public void pass(long nanos) {
        long until = now + nanos;
        if (depth < DEEPEST) {
            depth++;
            try {
                for (Event next = queue.peek(); next != null && next.time() <= until; next = queue
                        .peek()) {
                    step();
                }
            } finally {
                depth--;
            }
        }
        now = Math.max(now, until);
    }

    /** The last events, the newest last, one line each. */
    public List<String> last(int count) {
        List<String> lines = new ArrayList<>();
        for (long i = Math.max(0, steps - Math.min(count, KEPT)); i < steps; i++) {
            Event event = kept[(int) (i % KEPT)];
            lines.add(String.format(java.util.Locale.ROOT, "%8d %12.6f s  %-16s %s", i + 1,
                    event.time() / 1e9, event.actor(), event.what()));
        }
        return lines;
    }

    private void run(Event event) {
        now = Math.max(now, event.time());
        Actor actor = event.actor();
        if (actor.life().isOver()) {
            return;
        }
        if (actor.isBusy()) {
            actor.waiting().add(event);
            return;
        }
        kept[(int) (steps++ % KEPT)] = event;
        actor.busy(true);
        try {
            event.action().run();
        } catch (ProcessDied died) {
            actor.life().end();
        } catch (CompletionException wrapped) {
            if (!(wrapped.getCause() instanceof ProcessDied)) {
                throw wrapped;
            }
            actor.life().end();
        } finally {
            actor.busy(false);
            for (Event waited : actor.waiting()) {
                queue.add(new Event(now, number++, actor, waited.what(), waited.action()));
            }
            actor.waiting().clear();
        }
    }

    /** Something that will happen. */
    record Event(long time, long number, Actor actor, String what, Runnable action) {}
}
