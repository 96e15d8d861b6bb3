package dev.fairlead.cli.show;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Moments as people read them.
 *
 * @param now
 *            the moment of showing
 */
public record Times(Instant now) {

    /** Time since then, such as {@code 4m}; {@code -} for no moment. */
    public String since(String moment) {
        Instant then = parsed(moment);
        return then.equals(Instant.EPOCH) ? "-" : brief(Duration.between(then, now));
    }

    /** {@code in 12s}, {@code 12s ago}. */
    public String relative(String moment) {
        Instant then = parsed(moment);
        if (then.equals(Instant.EPOCH)) {
            return "-";
        }
        Duration ahead = Duration.between(now, then);
        return ahead.isNegative() ? brief(ahead.negated()) + " ago" : "in " + brief(ahead);
    }

    /** To the second, in UTC. */
    public static String exact(String moment) {
        return parsed(moment).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** As a moment; the epoch when it is none. */
    static Instant parsed(String moment) {
        try {
            return Instant.parse(moment);
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }

    static String brief(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        if (shown.toMinutes() < 2) {
            return shown.toSeconds() + "s";
        }
        if (shown.toHours() < 2) {
            return shown.toMinutes() + "m";
        }
        return shown.toDays() < 2 ? shown.toHours() + "h" : shown.toDays() + "d";
    }
}
