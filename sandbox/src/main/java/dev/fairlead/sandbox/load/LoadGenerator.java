package dev.fairlead.sandbox.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import dev.fairlead.sandbox.demoapp.DemoApp;
import dev.fairlead.sandbox.mesh.MeshResponse;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

/**
 * Steady load on one host, until it is closed or its plan ends. What is due is sent whether or not
 * earlier requests were answered, so a slow application does not hide how many requests suffer.
 */
public final class LoadGenerator implements AutoCloseable {

    private static final long TICK_MILLISECONDS = 5;
    /** At most this part of a second's requests goes out at once. */
    private static final int BURSTS_PER_SECOND = 10;
    private static final String UNKNOWN_VERSION = "unknown";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Vertx vertx;
    private final LoadTarget target;
    private final LoadPlan plan;
    private final LoadRecord record = new LoadRecord();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong due = new AtomicLong();
    private final Promise<LoadTally> finished = Promise.promise();
    private final long begun = System.nanoTime();
    private final Instant begunAt = Instant.now();
    private final long timer;
    private volatile boolean ended;

    private LoadGenerator(Vertx vertx, LoadTarget target, LoadPlan plan) {
        this.vertx = vertx;
        this.target = target;
        this.plan = plan;
        this.timer = vertx.setPeriodic(TICK_MILLISECONDS, _ -> tick());
    }

    public static LoadGenerator start(Vertx vertx, LoadTarget target, LoadPlan plan) {
        return new LoadGenerator(vertx, target, plan);
    }

    /** Everything until now. */
    public LoadTally tally() {
        return record.total();
    }

    /** Requests sent between two moments, to a tenth of a second. */
    public LoadTally between(Instant from, Instant to) {
        return record.between(from, to);
    }

    /** The same in consecutive spans of at least a tenth of a second. */
    public List<LoadTally> spans(Instant from, Instant to, Duration span) {
        return record.spans(from, to, span);
    }

    /** The first 10,000 lost requests, in the order in which they were known to be lost. */
    public List<LostRequest> lost() {
        return record.lost();
    }

    /** Done once nothing more is sent and everything sent was answered or lost. */
    public Future<LoadTally> finished() {
        return finished.future();
    }

    /** Sends nothing more; answers that are under way still count. */
    @Override
    public void close() {
        ended = true;
        vertx.cancelTimer(timer);
        finishWhenQuiet();
    }

    private void tick() {
        long elapsed = System.nanoTime() - begun;
        if (ended || elapsed > plan.lasting().toNanos()) {
            close();
            return;
        }
        long wanted =
                Math.multiplyExact(elapsed / 1_000, plan.perSecond()) / (NANOS_PER_SECOND / 1_000);
        Instant now = begunAt.plusNanos(elapsed);
        long missing = wanted - due.getAndSet(wanted);
        long possible = Math.max(0,
                Math.min(Math.min(missing, burst()), plan.inFlight() - (long) inFlight.get()));
        for (long i = 0; i < possible; i++) {
            send(now);
        }
        if (possible < missing) {
            record.skipped(now, missing - possible);
        }
    }

    /** After a pause of this process its arrears are not sent all at once: no user does that. */
    private long burst() {
        return Math.max(1, plan.perSecond() / BURSTS_PER_SECOND);
    }

    private void send(Instant now) {
        inFlight.incrementAndGet();
        record.sent(now);
        long sent = System.nanoTime();
        target.send(plan.request())
                .timeout(plan.answerIn().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(outcome -> {
                    if (outcome.succeeded()) {
                        count(now, sent, outcome.result());
                    } else {
                        record.lost(new LostRequest(now, since(sent), 0, reason(outcome.cause())));
                    }
                    inFlight.decrementAndGet();
                    finishWhenQuiet();
                });
    }

    private void count(Instant at, long sent, MeshResponse answer) {
        boolean own = answer.headers().contains(DemoApp.POD_HEADER);
        if (LoadRecord.isLost(answer.status(), own)) {
            record.lost(new LostRequest(at, since(sent), answer.status(), flag(answer)));
        } else {
            String version = answer.headers().get(DemoApp.VERSION_HEADER);
            record.answered(at, version == null ? UNKNOWN_VERSION : version, answer.status());
        }
    }

    private void finishWhenQuiet() {
        if (ended && inFlight.get() == 0) {
            finished.tryComplete(record.total());
        }
    }

    private static String flag(MeshResponse answer) {
        String stated = answer.headers().get(MeshResponse.FLAG_HEADER);
        return stated == null ? ResponseFlag.NONE.code() : stated;
    }

    private static String reason(Throwable failure) {
        return failure instanceof TimeoutException ? "timeout"
                : String.valueOf(failure.getMessage());
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
