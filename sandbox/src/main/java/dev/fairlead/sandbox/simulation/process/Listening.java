package dev.fairlead.sandbox.simulation.process;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.fairlead.events.order.Order;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.topic.Group;
import dev.fairlead.sandbox.simulation.topic.Topic;

/**
 * Hears the orders of a topic as a member of its group: lanes in parallel, each in order; the lowest
 * unfinished offset is committed, and what is behind it comes again after a crash.
 */
final class Listening {

    private static final long POLL = 1_000_000;
    private static final long TASK = 500_000;
    /** After a report that could not be published. */
    private static final long AGAIN = 2_000_000_000L;

    private final Ground ground;
    private final Process process;
    private final Topic<Outgoing> topic;
    private final Group group;
    private final Function<Order, String> lane;
    private final Consumer<Order> work;
    private final Actor polls;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final TreeSet<Long> unfinished = new TreeSet<>();
    private final Runnable wake = this::wake;
    private String topicId = "";
    private long next;
    private boolean awake;

    /** What is listened to, in which group. */
    record Subscription(Topic<Outgoing> topic, Group group, Function<Order, String> lane) {}

    Listening(Ground ground, Process process, Subscription what, Consumer<Order> work) {
        this.ground = ground;
        this.process = process;
        this.topic = what.topic();
        this.group = what.group();
        this.lane = what.lane();
        this.work = work;
        this.polls = process.part("/polls");
    }

    void start() {
        topic.tell(wake);
        wake();
    }

    void stop() {
        topic.leave(wake);
    }

    private void wake() {
        if (!awake) {
            awake = true;
            ground.scheduler().in(POLL, polls, "polls " + topic.name(), this::poll);
        }
    }

    private void poll() {
        awake = false;
        if (!topicId.equals(topic.id()) || next < topic.first()) {
            topicId = topic.id();
            next = group.next(topic);
            unfinished.clear();
        }
        for (; next < topic.end(); next++) {
            long offset = next;
            Order order = Orders.read(topic.at(offset));
            unfinished.add(offset);
            String name = lane.apply(order);
            lanes.computeIfAbsent(name, it -> new Lane(process.part("/" + it)))
                    .add(new Task(order, topicId, offset));
        }
    }

    private void done(Task task) {
        if (task.topicId().equals(topicId)) {
            unfinished.remove(task.offset());
            group.commit(topic, unfinished.isEmpty() ? next : unfinished.first());
        }
    }

    private record Task(Order order, String topicId, long offset) {}

    /** Orders that are done one after the other. */
    private final class Lane {

        private final Actor actor;
        private final Queue<Task> tasks = new ArrayDeque<>();

        Lane(Actor actor) {
            this.actor = actor;
        }

        void add(Task task) {
            tasks.add(task);
            if (tasks.size() == 1) {
                later(TASK);
            }
        }

        private void later(long pause) {
            Task task = tasks.element();
            ground.scheduler().in(pause, actor, task.order().head().id().text(), this::run);
        }

        private void run() {
            Task task = tasks.element();
            try {
                work.accept(task.order());
            } catch (Reporting.NotReported e) {
                later(AGAIN);
                return;
            }
            process.call();
            done(task);
            tasks.remove();
            if (!tasks.isEmpty()) {
                later(TASK);
            }
        }
    }
}
