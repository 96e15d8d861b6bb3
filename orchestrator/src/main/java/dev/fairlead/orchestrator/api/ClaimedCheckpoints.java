package dev.fairlead.orchestrator.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.Hash;

/** Checkpoints that somebody kept outside; whoever sends them has checked who signed them. */
final class ClaimedCheckpoints {

    /** So many at a time. */
    private static final int MOST = 50;
    private static final int PARTS = 3;

    private ClaimedCheckpoints() {}

    /** {@code size:root:seconds,…}; empty for none. */
    static List<Checkpoint> of(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String[] items = text.split(",", MOST + 1);
        if (items.length > MOST) {
            throw new WrongField("checkpoints", "at most " + MOST, items.length + " or more");
        }
        return Arrays.stream(items).map(ClaimedCheckpoints::one).toList();
    }

    private static Checkpoint one(String item) {
        String[] parts = item.split(":", -1);
        try {
            if (parts.length == PARTS) {
                return new Checkpoint("outside", Long.parseLong(parts[0]),
                        Hash.of(HexFormat.of().parseHex(parts[1])),
                        Instant.ofEpochSecond(Long.parseLong(parts[2])));
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // told below
        }
        throw new WrongField("checkpoints", "size:root:seconds, the root in hexadecimal",
                "\"" + item + "\"");
    }
}
