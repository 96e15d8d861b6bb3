package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import dev.fairlead.sandbox.bench.ground.ApiCall;
import dev.fairlead.sandbox.bench.ground.RouteWrites;
import dev.fairlead.sandbox.bench.ground.TargetShape;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.bench.ground.Waiting;

/** Releases that get a first weight and then go bad, a few at a time. */
final class BadReleases {

    private static final int HANDS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LONGEST_GOOD_MILLIS = 900;

    private final Stand stand;
    private final List<String> targets = Targets.names("bad", HANDS);
    private final AtomicInteger releases = new AtomicInteger();

    BadReleases(Stand stand) {
        this.stand = stand;
    }

    void make() {
        stand.targets().make(targets, TargetShape.STRICT);
    }

    /** Releases so many, and returns how each was rolled back. */
    List<Rollback> release(int count) {
        long mark = stand.audit().mark();
        Queue<Unfinished> ended = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(count);
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> begun = new ArrayList<>();
            targets.forEach(target -> begun.add(hands.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    ended.add(one(target));
                }
            })));
            for (Future<?> hand : begun) {
                hand.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A bad release was not rolled back: " + e.getMessage(),
                    e);
        }
        List<ApiCall> calls = stand.audit().since(mark);
        return ended.stream().map(it -> finish(it, calls)).toList();
    }

    private record Unfinished(String target, Instant served) {}

    private Unfinished one(String target) {
        stand.metrics().good(target);
        Waiting.until("a good sample of " + target, LIMIT, () -> stand.metrics().knows(target));
        stand.targets().change(target, "2.0." + releases.incrementAndGet());
        stand.targets().awaitWeight(List.of(target), LIMIT);
        Waiting.pass(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_GOOD_MILLIS)));
        stand.metrics().bad(target);
        stand.targets().awaitPhase(List.of(target), List.of("Failed"), LIMIT);
        return new Unfinished(target, stand.metrics().firstBad(target).orElseThrow());
    }

    private Rollback finish(Unfinished one, List<ApiCall> calls) {
        Instant verdict = stand.reports()
                .scored(one.target(), one.served())
                .stream()
                .findFirst()
                .orElseThrow();
        Instant routed = RouteWrites.find(calls, one.target(), Stand.ROUTER)
                .first(weight -> weight == 0, one.served())
                .orElseThrow();
        return new Rollback(one.served(), verdict, routed);
    }
}
