package dev.fairlead.sandbox.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.fairlead.sandbox.load.LoadTally.Outcome;

/**
 * Counts by the moment at which a request was <em>sent</em>, in slices of 100 ms, so that answers
 * to requests of before do not blur what came after.
 */
final class LoadRecord {

    private static final long SLICE_MILLISECONDS = 100;
    private static final int MOST_LOST_KEPT = 10_000;
    private static final int FIRST_SERVER_ERROR = 500;

    private final TreeMap<Long, Slice> slices = new TreeMap<>();
    private final List<LostRequest> lost = new ArrayList<>();
    private final Slice total = new Slice();

    private static final class Slice {
        private final Map<Outcome, Long> answers = new HashMap<>();
        private long sent;
        private long lost;
        private long skipped;

        private LoadTally tally() {
            return new LoadTally(answers, sent, lost, skipped);
        }
    }

    synchronized void sent(Instant at) {
        slice(at).sent++;
        total.sent++;
    }

    synchronized void skipped(Instant at, long count) {
        slice(at).skipped += count;
        total.skipped += count;
    }

    synchronized void answered(Instant sent, String version, int status) {
        var outcome = new Outcome(version, status);
        slice(sent).answers.merge(outcome, 1L, Long::sum);
        total.answers.merge(outcome, 1L, Long::sum);
    }

    synchronized void lost(LostRequest one) {
        slice(one.sent()).lost++;
        total.lost++;
        if (lost.size() < MOST_LOST_KEPT) {
            lost.add(one);
        }
    }

    synchronized LoadTally total() {
        return total.tally();
    }

    synchronized LoadTally between(Instant from, Instant to) {
        return slices.subMap(key(from), key(to))
                .values()
                .stream()
                .map(Slice::tally)
                .reduce(LoadTally.NONE, LoadTally::plus);
    }

    synchronized List<LostRequest> lost() {
        return List.copyOf(lost);
    }

    /** Tallies of consecutive spans, each at least one slice long. */
    synchronized List<LoadTally> spans(Instant from, Instant to, Duration span) {
        List<LoadTally> all = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(span)) {
            all.add(between(at, at.plus(span)));
        }
        return all;
    }

    static boolean isLost(int status, boolean madeByApplication) {
        return !madeByApplication && status >= FIRST_SERVER_ERROR;
    }

    private Slice slice(Instant at) {
        return slices.computeIfAbsent(key(at), _ -> new Slice());
    }

    private static long key(Instant at) {
        return at.toEpochMilli() / SLICE_MILLISECONDS;
    }
}
