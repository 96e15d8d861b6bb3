package dev.fairlead.events.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;

/**
 * What the log was at a moment, in the text form of C2SP <em>tlog-checkpoint</em>: origin, size and
 * root in a line each, and the time as an extension line.
 *
 * @param origin
 *            the log's name; one line, not empty
 * @param size
 *            how many events, from 0
 * @param root
 *            of the Merkle tree over their hashes in order of position
 * @param time
 *            when it was made, whole seconds
 */
public record Checkpoint(String origin, long size, Hash root, Instant time) {

    private static final String TIME = "time ";
    private static final int LINES = 4;

    /** Each line with its end. */
    public String text() {
        return origin + "\n" + size + "\n"
                + Base64.getEncoder().encodeToString(root.bytes()) + "\n" + TIME + time + "\n";
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException
     *             when it is no checkpoint of ours; names the line
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES || !lines.get(3).startsWith(TIME)) {
            throw new IllegalArgumentException("Expected the lines origin, size, root and time"
                    + " of a checkpoint, but got " + lines.size() + " lines");
        }
        return new Checkpoint(lines.get(0), size(lines.get(1)), root(lines.get(2)),
                time(lines.get(3).substring(TIME.length())));
    }

    private static long size(String line) {
        try {
            long size = Long.parseLong(line);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(
                "Expected the size of a checkpoint as a number from 0, but got \"" + line + "\"");
    }

    private static Hash root(String line) {
        try {
            return Hash.of(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Expected the root of a checkpoint as " + Hash.BYTES
                    + " bytes in base64, but got \"" + line + "\"", e);
        }
    }

    private static Instant time(String line) {
        try {
            return Instant.parse(line);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Expected the time of a checkpoint such as"
                    + " 2026-01-31T12:00:00Z, but got \"" + line + "\"", e);
        }
    }
}
