package dev.fairlead.analyzer.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.analyzer.scoring.HookRules;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;

/**
 * Asks closed gates over and over, beside all other work, and tells when one has opened or its time
 * is up. What is lost with the process is asked anew by whoever ordered it.
 */
public final class GateWatch implements AutoCloseable {

    /** Gates that are asked at a time; a further one is left out, and ordered anew later. */
    public static final int GATES_AT_MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(GateWatch.class);

    private final HookWork work;
    private final Consumer<Duration> rest;
    private final LongSupplier nanos;
    private final Meters meters;
    private final ConcurrentMap<String, Watching> watched = new ConcurrentHashMap<>();

    /**
     * @param rest
     *            waits; fails when the thread is interrupted
     * @param nanos
     *            from anywhere; only grows
     */
    public GateWatch(HookWork work, Consumer<Duration> rest, LongSupplier nanos, Meters meters) {
        this.work = work;
        this.rest = rest;
        this.nanos = nanos;
        this.meters = meters;
    }

    /** From now on; an older order about the same gate is forgotten, and so is this one if it is older. */
    public void watch(CallHooks order, Consumer<List<HookAnswer>> told) {
        var next = new Watching(order, told);
        Watching held = watched.merge(key(order), next,
                (old, young) -> young.isOlderThan(old.order) ? old : young.instead(old));
        if (held != next) {
            return;
        }
        if (watched.size() > GATES_AT_MOST) {
            watched.remove(key(order), next);
            meters.dropped("gates");
            LOG.warn("gate not asked target={} type={} reason=\"{} are asked already\"",
                    order.head().target(), order.kind().wireName(), GATES_AT_MOST);
            return;
        }
        next.begin();
    }

    /** The gate is asked in another way. */
    public void forget(CallHooks order) {
        Watching old = watched.remove(key(order));
        if (old != null) {
            old.end();
        }
    }

    /** How many gates are asked. */
    public int size() {
        return watched.size();
    }

    @Override
    public void close() {
        List<Watching> all = List.copyOf(watched.values());
        watched.clear();
        all.forEach(Watching::end);
    }

    private static String key(CallHooks order) {
        return order.head().target() + "/" + order.kind().wireName();
    }

    /** One gate and the thread that asks it. */
    private final class Watching {

        private final CallHooks order;
        private final Consumer<List<HookAnswer>> told;
        private final Thread thread;

        Watching(CallHooks order, Consumer<List<HookAnswer>> told) {
            this.order = order;
            this.told = told;
            this.thread = Thread.ofVirtual().name("gate-" + key(order)).unstarted(this::ask);
        }

        void begin() {
            thread.start();
        }

        void end() {
            thread.interrupt();
        }

        boolean isOlderThan(CallHooks other) {
            return order.head().fence().compareTo(other.head().fence()) < 0;
        }

        Watching instead(Watching old) {
            old.end();
            return this;
        }

        private void ask() {
            try {
                List<HookAnswer> answers = answers();
                if (watched.remove(key(order), this)) {
                    told.accept(answers);
                }
            } catch (RuntimeException e) {
                if (watched.remove(key(order), this)) {
                    LOG.warn("gate given up, it is ordered anew target={} type={}",
                            order.head().target(), order.kind().wireName(), e);
                }
            }
        }

        private List<HookAnswer> answers() {
            long end = nanos.getAsLong() + order.every().multipliedBy(order.calls()).toNanos();
            List<HookAnswer> answers = List.of();
            for (int call = 0; call < Math.max(1, order.calls()); call++) {
                rest.accept(order.every());
                answers = work.call(order);
                boolean open = HookRules.opens(order.kind(),
                        answers.stream().map(HookAnswer::passed).toList());
                if (open || nanos.getAsLong() >= end) {
                    break;
                }
            }
            return answers;
        }
    }
}
