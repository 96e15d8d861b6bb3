package dev.fairlead.analyzer.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import dev.fairlead.analyzer.metrics.Accesses;
import dev.fairlead.analyzer.metrics.MetricStore;
import dev.fairlead.analyzer.metrics.MetricStore.Sample;
import dev.fairlead.analyzer.metrics.NoAccess;
import dev.fairlead.analyzer.scoring.Measurement;
import dev.fairlead.analyzer.scoring.Scoring;
import dev.fairlead.canary.query.QueryTemplate;
import dev.fairlead.canary.template.TemplateFailure;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.judge.Answer;
import dev.fairlead.judge.Answer.Obstacle;
import dev.fairlead.judge.Judge;
import dev.fairlead.judge.Judges;

/** Asks for every metric of an analysis at the same time and scores what comes. */
public final class AnalysisWork implements AutoCloseable {

    /** All of an analysis, well within the time that a shared record may be held. */
    static final Duration DEADLINE = Duration.ofSeconds(20);
    /** Questions to stores at a time, of all analyses of this process. */
    static final int MAX_AT_ONCE = 64;

    private final Map<String, MetricStore> stores;
    private final Accesses accesses;
    private final Meters meters;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE, true);
    private final LongSupplier nanos;
    private final ExecutorService threads;

    public AnalysisWork(Map<String, MetricStore> stores, Accesses accesses, Meters meters,
            InstantSource clock) {
        this(stores, accesses, meters, clock, System::nanoTime,
                Executors.newVirtualThreadPerTaskExecutor());
    }

    /**
     * @param nanos
     *            a clock that only grows
     * @param threads
     *            ask the stores; closed with this
     */
    public AnalysisWork(Map<String, MetricStore> stores, Accesses accesses, Meters meters,
            InstantSource clock, LongSupplier nanos, ExecutorService threads) {
        this.stores = Map.copyOf(stores);
        this.accesses = accesses;
        this.meters = meters;
        this.clock = clock;
        this.nanos = nanos;
        this.threads = threads;
    }

    /**
     * The evidence of each metric, in their order; within {@link #DEADLINE}.
     *
     * @throws IllegalArgumentException
     *             when the judge's version is not known here
     */
    public List<CheckEvidence> score(RunAnalysis order) {
        Judge judge = Judges.version(order.judge());
        Instant at = clock.instant();
        long deadline = nanos.getAsLong() + DEADLINE.toNanos();
        List<CompletableFuture<Measurement>> begun = order.metrics()
                .stream()
                .map(check -> CompletableFuture.supplyAsync(() -> inPlace(order, check), threads))
                .toList();
        List<CheckEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Measurement measured = await(begun.get(i), deadline, at);
            CheckEvidence check = Scoring.evidence(order, order.metrics().get(i), judge, measured);
            meters.check(order.metrics().get(i).source().type(), check);
            evidence.add(check);
        }
        return evidence;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Measurement inPlace(RunAnalysis order, MetricCheck check) {
        places.acquireUninterruptibly();
        try {
            return measure(order, check);
        } finally {
            places.release();
        }
    }

    private Measurement measure(RunAnalysis order, MetricCheck check) {
        Instant at = clock.instant();
        long begun = nanos.getAsLong();
        String query = "";
        Sample sample;
        try {
            MetricStore store = store(check);
            query = store.wireForm(QueryTemplate.render(check, order.names()));
            sample = store.ask(query,
                    accesses.of(order.head().target().cluster(), check.source()));
        } catch (TemplateFailure e) {
            sample = Sample.of(new Answer.Unasked(Obstacle.QUERY, String.valueOf(e.getMessage())));
        } catch (NoAccess e) {
            sample = Sample.of(new Answer.Unasked(e.obstacle(), String.valueOf(e.getMessage())));
        }
        return new Measurement(query, at, sample.answer(), sample.raw(),
                Duration.ofNanos(nanos.getAsLong() - begun));
    }

    private MetricStore store(MetricCheck check) throws NoAccess {
        MetricStore store = stores.get(check.source().type());
        if (store == null) {
            throw new NoAccess(Obstacle.PROVIDER, "Expected a metric store of type "
                    + stores.keySet() + ", but got \"" + check.source().type() + "\"");
        }
        return store;
    }

    private Measurement await(CompletableFuture<Measurement> begun, long deadline,
            Instant at) {
        try {
            return begun.get(Math.max(1, deadline - nanos.getAsLong()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            begun.cancel(true);
            return new Measurement("", at,
                    new Answer.Unreachable("no answer within " + DEADLINE.toSeconds() + " s"), "",
                    DEADLINE);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped during an analysis", e);
        }
    }
}
