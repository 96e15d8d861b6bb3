package dev.fairlead.sandbox.bench.sheet;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A sheet as a table for people. */
public final class SheetText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int NAME_WIDTH = 62;
    private static final double SMALL = 10;

    private SheetText() {}

    public static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        text.append("bench ")
                .append(sheet.bench())
                .append(", ")
                .append(MINUTE.format(sheet.begun()))
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, ")
                .append(machine(sheet.machine()))
                .append('\n');
        text.append(row("", "min", "median", "p99", "n", "ratio"));
        sheet.figures().forEach(figure -> append(text, figure));
        text.append(sheet.isGood() ? "All limits are met.\n" : "NOT all limits are met.\n");
        return text.toString();
    }

    private static void append(StringBuilder text, Figure figure) {
        text.append('\n').append(figure.name()).append("  [").append(figure.unit()).append("]\n");
        text.append(spread("Fairlead", figure.ours(), ""));
        for (Side other : figure.others()) {
            text.append(spread(other.name(), other.spread(),
                    String.format(Locale.ROOT, "%.2f", figure.ratio(other))));
        }
        for (Limit limit : figure.limits()) {
            text.append(String.format(Locale.ROOT, "  %-10s %s %s, at most %s%n",
                    limit.isMet() ? "met" : "NOT MET", limit.what(), number(limit.value()),
                    number(limit.most())));
        }
        text.append("  ").append(machine(figure.machine())).append('\n');
    }

    private static String spread(String name, Spread spread, String ratio) {
        return row("  " + name, number(spread.min()), number(spread.median()),
                number(spread.p99()), Integer.toString(spread.n()), ratio);
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, "%10s", cell));
        }
        return row.append('\n').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < SMALL ? "%.2f" : "%.0f", value);
    }

    private static String machine(MachineShare share) {
        return String.format(Locale.ROOT,
                "busy %.0f %%, stolen %.1f %%, waiting for a processor %.0f %% of %.0f s",
                share.busy(), share.stolen(), share.pressure(), share.seconds());
    }
}
