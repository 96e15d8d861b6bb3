package dev.fairlead.orchestrator.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in words, as of one moment. Relative ones go on in the browser; absolute ones are in UTC.
 *
 * @param now
 *            when the page is made
 */
public record Moments(Instant now) {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Duration JUST_NOW = Duration.ofSeconds(2);

    /** Such as {@code 3 min ago} or {@code in 25 s}. */
    public String relative(Instant at) {
        Duration distance = Duration.between(at, now);
        if (distance.abs().compareTo(JUST_NOW) < 0) {
            return "now";
        }
        return distance.isNegative() ? "in " + length(distance.abs()) : length(distance) + " ago";
    }

    /** How long ago, without a word more. */
    public String age(Instant at) {
        return length(Duration.between(at, now).abs());
    }

    /** With date and zone. */
    public String full(Instant at) {
        return FULL.format(at);
    }

    /** The time of day, with the day when it is not today's. */
    public String clock(Instant at) {
        return Duration.between(at, now).abs().toHours() < 24
                ? CLOCK.format(at)
                : DAY.format(at);
    }

    /** For machines. */
    public String iso(Instant at) {
        return at.toString();
    }

    /** A text with its instants apart, so that they can be shown as times. */
    public List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = INSTANT.matcher(text);
        int end = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(end, found.start()), Instant.EPOCH));
            pieces.add(new Piece("", Instant.parse(found.group())));
            end = found.end();
        }
        pieces.add(new Piece(text.substring(end), Instant.EPOCH));
        return pieces;
    }

    /** Two units at most, one below a minute and above ten of the larger. */
    static String length(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /**
     * Part of a text.
     *
     * @param text
     *            empty for a time
     * @param at
     *            {@link Instant#EPOCH} for a text
     */
    public record Piece(String text, Instant at) {
        public boolean isTime() {
            return !at.equals(Instant.EPOCH);
        }
    }
}
