package dev.fairlead.sandbox.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened when, printed line by line as it happens. */
final class Timeline {

    private final PrintStream out;
    private final List<Entry> entries = new ArrayList<>();
    private Instant start = Instant.EPOCH;

    Timeline(PrintStream out) {
        this.out = out;
    }

    /** Begins another release; its entries count from now. */
    synchronized Instant begin(String title) {
        entries.clear();
        start = Instant.now();
        out.println();
        out.println("== " + title);
        return start;
    }

    synchronized void add(Instant at, String kind, String text) {
        entries.add(new Entry(at, kind, text));
        double seconds = Duration.between(start, at).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%+9.3f s  %-8s %s", seconds, kind, text));
    }

    /** The first entry of a kind whose text starts so. */
    synchronized List<Entry> of(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** One thing that happened. */
    record Entry(Instant at, String kind, String text) {}
}
