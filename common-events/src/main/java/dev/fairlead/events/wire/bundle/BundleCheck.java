package dev.fairlead.events.wire.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.events.proof.MerklePaths;
import dev.fairlead.events.proof.NoteKey;

/**
 * Checks a bundle with nothing but the key: every event gives its hash, and every hash was in the
 * log that the checkpoint stands for.
 */
public final class BundleCheck {

    /** Events of one bundle at most. */
    public static final long MOST_EVENTS = 1_000_000;
    /** The longest line, in characters; a body of 1 MiB in base64 and all else. */
    private static final int LONGEST_LINE = 2 << 20;

    private final Checkpoint checkpoint;
    private final Map<String, Part> parts = new TreeMap<>();
    private long events;

    private BundleCheck(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** Reads to the end. */
    public static Verdict of(BufferedReader bundle, NoteKey key) throws IOException {
        Checkpoint checkpoint;
        try {
            JsonNode head = BundleJson.read(line(bundle));
            if (head.path("bundle").asInt() != BundleJson.FORM) {
                return Verdict.broken("the first line is not the head of a bundle of form "
                        + BundleJson.FORM);
            }
            Optional<String> signed = key.opened(BundleJson.text(head, "checkpoint"));
            if (signed.isEmpty()) {
                return Verdict.broken("the checkpoint is not signed with the key " + key.name()
                        + "+" + key.id());
            }
            checkpoint = Checkpoint.parse(signed.get());
        } catch (IllegalArgumentException e) {
            return Verdict.broken("the head: " + e.getMessage());
        }
        return new BundleCheck(checkpoint).rest(bundle);
    }

    private Verdict rest(BufferedReader bundle) throws IOException {
        while (events <= MOST_EVENTS) {
            Optional<String> fault;
            try {
                JsonNode line = BundleJson.read(line(bundle));
                if (line.has("end")) {
                    return end(line.path("end").asLong());
                }
                fault = fault(BundleJson.event(line));
            } catch (IllegalArgumentException | DateTimeException e) {
                return broken("line " + (events + 2) + ": " + e.getMessage());
            }
            if (fault.isPresent()) {
                return broken(fault.get());
            }
            events++;
        }
        return broken("it has more than " + MOST_EVENTS + " events");
    }

    private Verdict end(long said) {
        return said == events
                ? new Verdict(Optional.of(checkpoint), events, Map.copyOf(parts), Optional.empty())
                : broken("its end says " + said + " events, but there are " + events);
    }

    private Optional<String> fault(ProvenEvent it) {
        String stream = it.event().stream();
        long version = it.event().version();
        String name = stream + "@" + version;
        if (!HashChain.next(it.previous(), it.event()).equals(it.hash())) {
            return Optional.of(name + ": its content does not give its hash");
        }
        if (!MerklePaths.includes(checkpoint.root(), checkpoint.size(), it.position() - 1,
                it.hash(), it.path())) {
            return Optional.of(name + ": it was not at position " + it.position()
                    + " of the log that the checkpoint stands for");
        }
        Part before = parts.get(stream);
        if (before != null && version == before.last() + 1
                && !it.previous().equals(before.hash())) {
            return Optional.of(name + ": the previous hash is not that of version "
                    + before.last());
        }
        parts.put(stream, before == null
                ? new Part(version, version, 0, it.hash())
                : before.with(version, it.hash()));
        return Optional.empty();
    }

    private Verdict broken(String reason) {
        return new Verdict(Optional.of(checkpoint), events, Map.copyOf(parts),
                Optional.of(reason));
    }

    private static String line(BufferedReader bundle) throws IOException {
        String line = bundle.readLine();
        if (line == null) {
            throw new IllegalArgumentException("the bundle was cut");
        }
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException(
                    "Expected lines of at most " + LONGEST_LINE + " characters");
        }
        return line;
    }

    /**
     * What a bundle has of a stream.
     *
     * @param first
     *            version
     * @param last
     *            version
     * @param missing
     *            versions between them that are not in the bundle
     * @param hash
     *            of the last
     */
    public record Part(long first, long last, long missing, Hash hash) {

        Part with(long version, Hash newest) {
            return new Part(first, version, missing + Math.max(0, version - last - 1), newest);
        }
    }

    /**
     * What was found.
     *
     * @param checkpoint
     *            that all events lead to; empty when it could not be read or trusted
     * @param events
     *            that were checked and are right
     * @param parts
     *            by stream
     * @param fault
     *            the first; empty: all is as it was logged
     */
    public record Verdict(Optional<Checkpoint> checkpoint, long events, Map<String, Part> parts,
            Optional<String> fault) {

        static Verdict broken(String reason) {
            return new Verdict(Optional.empty(), 0, Map.of(), Optional.of(reason));
        }

        public boolean isIntact() {
            return fault.isEmpty();
        }
    }
}
