package dev.fairlead.sandbox.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What became of requests.
 *
 * @param answers by version and status, answered by the application
 * @param sent    all that were sent; those in flight are neither answered nor lost yet
 * @param lost    see {@link LostRequest}
 * @param skipped due but not sent: too many were in flight, or this process had paused
 */
public record LoadTally(Map<Outcome, Long> answers, long sent, long lost, long skipped) {

    public static final LoadTally NONE = new LoadTally(Map.of(), 0, 0, 0);

    private static final int FIRST_SERVER_ERROR = 500;

    public LoadTally {
        answers = Map.copyOf(answers);
    }

    /** A version's answers of one status. */
    public record Outcome(String version, int status) {}

    public long answered() {
        return answers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Answers by version. */
    public Map<String, Long> versions() {
        return answers.entrySet()
                .stream()
                .collect(
                        Collectors.groupingBy(one -> one.getKey().version(),
                                Collectors.summingLong(Map.Entry::getValue)));
    }

    /** Share of the answers that came from the version, 0 to 1; 0 without answers. */
    public double share(String version) {
        long all = answered();
        return all == 0 ? 0 : versions().getOrDefault(version, 0L) / (double) all;
    }

    /** Answers of 500 and above, made by the application itself. */
    public long errors() {
        return answers.entrySet()
                .stream()
                .filter(one -> one.getKey().status() >= FIRST_SERVER_ERROR)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What was added since an earlier tally of the same load. */
    public LoadTally since(LoadTally earlier) {
        Map<Outcome, Long> more = new HashMap<>();
        answers.forEach((outcome, count) -> {
            long added = count - Objects.requireNonNullElse(earlier.answers.get(outcome), 0L);
            if (added > 0) {
                more.put(outcome, added);
            }
        });
        return new LoadTally(more, sent - earlier.sent, lost - earlier.lost,
                skipped - earlier.skipped);
    }

    LoadTally plus(LoadTally other) {
        Map<Outcome, Long> all = new HashMap<>(answers);
        other.answers.forEach((outcome, count) -> all.merge(outcome, count, Long::sum));
        return new LoadTally(all, sent + other.sent, lost + other.lost, skipped + other.skipped);
    }
}
