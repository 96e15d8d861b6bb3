package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.fairlead.sandbox.bench.ground.ApiCall;
import dev.fairlead.sandbox.bench.ground.AuditLog;
import dev.fairlead.sandbox.bench.ground.Passage;
import dev.fairlead.sandbox.bench.ground.Waiting;
import dev.fairlead.sandbox.bench.sheet.Spread;

/** The passages of many targets, out of the API server's log. */
record Passages(Map<String, Passage> byName) {

    private static final Duration LOGGED = Duration.ofMinutes(3);

    /** Reads them, once all of them have been logged. */
    static Passages of(AuditLog log, long mark, Collection<String> names, String writer) {
        Map<String, Passage> found = new HashMap<>();
        Waiting.until("the first weight of " + names.size() + " by " + writer + " in the log",
                LOGGED, () -> {
                    List<ApiCall> calls = log.since(mark);
                    names.forEach(name -> Passage.find(calls, name, writer)
                            .ifPresent(passage -> found.put(name, passage)));
                    return found.size() == names.size();
                });
        return new Passages(Map.copyOf(found));
    }

    Spread spread(Function<Passage, Duration> part) {
        return Spread.millis(byName.values().stream().map(part).toList());
    }
}
