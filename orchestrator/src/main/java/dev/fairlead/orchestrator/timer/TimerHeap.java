package dev.fairlead.orchestrator.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.loop.Timers;
import dev.fairlead.orchestrator.rollout.state.Deadline;

/** The deadlines in the order they fall due; those that need open eyes are held until they are. */
public final class TimerHeap implements Timers {

    /** Time between two looks at a cluster whose eyes are awaited. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Eyes eyes;
    private final Map<TargetKey, List<Deadline>> wanted = new HashMap<>();
    private final PriorityQueue<Elapsed> heap = new PriorityQueue<>(
            Comparator.comparing(entry -> entry.deadline().due()));
    private final List<Elapsed> held = new ArrayList<>();
    private Instant asked = Instant.EPOCH;

    public TimerHeap(Eyes eyes) {
        this.eyes = eyes;
    }

    @Override
    public void clear() {
        wanted.clear();
        heap.clear();
        held.clear();
    }

    @Override
    public void set(TargetKey target, Collection<Deadline> deadlines) {
        List<Deadline> before = wanted.getOrDefault(target, List.of());
        List<Deadline> after = List.copyOf(deadlines);
        if (after.isEmpty()) {
            wanted.remove(target);
        } else {
            wanted.put(target, after);
        }
        after.stream()
                .filter(deadline -> !before.contains(deadline))
                .forEach(deadline -> heap.add(new Elapsed(target, deadline)));
    }

    @Override
    public List<Elapsed> due(Instant now, int limit) {
        asked = now;
        List<Elapsed> due = new ArrayList<>();
        lookAtHeld(now, due, limit);
        while (due.size() < limit && !heap.isEmpty()
                && !heap.peek().deadline().due().isAfter(now)) {
            Elapsed next = heap.remove();
            if (isWanted(next)) {
                takeOrHold(next, now, due);
            }
        }
        eyes.awaited(held.stream().map(entry -> entry.target().cluster()).distinct().toList());
        return due;
    }

    @Override
    public Instant next() {
        Instant first = heap.isEmpty() ? Instant.MAX : heap.peek().deadline().due();
        Instant look = held.isEmpty() ? Instant.MAX : asked.plus(LOOK_AGAIN);
        return first.isBefore(look) ? first : look;
    }

    /** Deadlines that have come but wait for a cluster to be seen. */
    public int heldBack() {
        return held.size();
    }

    private void lookAtHeld(Instant now, List<Elapsed> due, int limit) {
        Iterator<Elapsed> entries = held.iterator();
        while (entries.hasNext() && due.size() < limit) {
            Elapsed entry = entries.next();
            if (!isWanted(entry)) {
                entries.remove();
            } else if (eyes.haveSeen(entry.target().cluster(), entry.deadline().due(), now)) {
                entries.remove();
                due.add(taken(entry));
            }
        }
    }

    private void takeOrHold(Elapsed entry, Instant now, List<Elapsed> due) {
        if (!entry.deadline().kind().needsEyes()
                || eyes.haveSeen(entry.target().cluster(), entry.deadline().due(), now)) {
            due.add(taken(entry));
        } else {
            held.add(entry);
        }
    }

    /** Once taken it does not come again, unless it is set anew. */
    private Elapsed taken(Elapsed entry) {
        wanted.computeIfPresent(entry.target(), (target, deadlines) -> {
            var left = new ArrayList<>(deadlines);
            left.remove(entry.deadline());
            return left.isEmpty() ? null : List.copyOf(left);
        });
        return entry;
    }

    private boolean isWanted(Elapsed entry) {
        return wanted.getOrDefault(entry.target(), List.of()).contains(entry.deadline());
    }
}
