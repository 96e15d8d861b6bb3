package dev.fairlead.events.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks events as they stand in the log, in order of position: nothing changed, left out, put in or
 * moved. Keeps one mark for each stream and the edge of the Merkle tree, however long the log is.
 */
public final class LogCheck {

    /** Faults that are kept; one is enough to say that the log is broken. */
    public static final int MOST_FAULTS = 10;

    private final boolean whole;
    private final Map<String, Mark> marks = new HashMap<>();
    private final MerkleTree tree = new MerkleTree();
    private final Map<String, Mark> heads = new TreeMap<>();
    private final TreeMap<Long, List<Checkpoint>> awaited = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long events;
    private long last;
    private long checkpoints;

    private LogCheck(boolean whole) {
        this.whole = whole;
    }

    /**
     * Of all events.
     *
     * @param checkpoints
     *            what the log must have been at their sizes
     */
    public static LogCheck ofAll(List<Checkpoint> checkpoints) {
        LogCheck check = new LogCheck(true);
        checkpoints.forEach(it -> check.awaited
                .computeIfAbsent(it.size(), _ -> new ArrayList<>())
                .add(it));
        return check;
    }

    /** Of whole streams, without what lies between; positions only grow. */
    public static LogCheck ofStreams() {
        return new LogCheck(false);
    }

    /** The next event as it is stored. */
    public void add(long position, HashedEvent event, Hash previous, Hash hash) {
        String stream = event.stream();
        Mark mark = marks.getOrDefault(stream, Mark.START);
        long expected = last + 1;
        if (whole ? position != expected : position < expected) {
            fault(position, event, "expected position " + expected);
        }
        if (event.version() != mark.version() + 1) {
            fault(position, event, "expected version " + (mark.version() + 1) + " of its stream");
        }
        if (!previous.equals(mark.hash())) {
            fault(position, event, "the previous hash is not that of version " + mark.version());
        }
        if (!HashChain.next(previous, event).equals(hash)) {
            fault(position, event, "its content does not give its hash");
        }
        marks.put(stream, new Mark(event.version(), hash));
        met(position, event, hash);
        tree.add(hash);
        last = position;
        events++;
        reached(position, event);
    }

    private void reached(long position, HashedEvent event) {
        if (!awaited.isEmpty() && awaited.firstKey() <= tree.size()) {
            Hash root = tree.root();
            awaited.pollFirstEntry().getValue().forEach(checkpoint -> {
                checkpoints++;
                if (!root.equals(checkpoint.root())) {
                    fault(position, event, "the log up to here is not the one of the checkpoint"
                            + " of " + checkpoint.time() + " with " + checkpoint.size()
                            + " events: something was rewritten");
                }
            });
        }
    }

    private void fault(long position, HashedEvent event, String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(position, event.stream(), event.version(), reason));
        }
    }

    /** What another record says of a stream; to be told before its events. */
    public void awaits(String stream, long version, Hash hash) {
        heads.put(stream, new Mark(version, hash));
    }

    private void met(long position, HashedEvent event, Hash hash) {
        Mark head = heads.get(event.stream());
        if (head != null && head.version() == event.version()) {
            heads.remove(event.stream());
            if (!head.hash().equals(hash)) {
                fault(position, event, "the row of its target has another hash for it");
            }
        }
    }

    /** What was found, at the end of the log. */
    public Verdict verdict() {
        List<Fault> found = new ArrayList<>(faults);
        heads.forEach((stream, head) -> found.add(new Fault(0, stream, head.version(),
                "the row of its target has version " + head.version() + ", but the log ends at "
                        + marks.getOrDefault(stream, Mark.START).version())));
        awaited.values()
                .forEach(late -> late.forEach(checkpoint -> found.add(new Fault(0, "", 0,
                        "the log has " + tree.size() + " events, but the checkpoint of "
                                + checkpoint.time() + " names " + checkpoint.size()
                                + ": its end was cut, or an older copy was put back"))));
        return new Verdict(events, marks.size(), checkpoints, tree.root(), List.copyOf(found));
    }

    /** How many events were checked. */
    public long events() {
        return events;
    }

    private record Mark(long version, Hash hash) {

        static final Mark START = new Mark(0, Hash.ZERO);
    }

    /**
     * Something that cannot be in a log that nobody touched.
     *
     * @param position
     *            of the first event that does not fit; 0 when it is what is not there
     * @param stream
     *            of the event; empty for the whole log
     * @param version
     *            in the stream; 0 for the whole log
     * @param reason
     *            in words
     */
    public record Fault(long position, String stream, long version, String reason) {}

    /**
     * What a check found.
     *
     * @param events
     *            that were read
     * @param streams
     *            they belong to
     * @param checkpoints
     *            that were reached
     * @param root
     *            of the tree over all that was read
     * @param faults
     *            the first first; empty: intact
     */
    public record Verdict(long events, long streams, long checkpoints, Hash root,
            List<Fault> faults) {

        public boolean isIntact() {
            return faults.isEmpty();
        }

        /** The first thing that does not fit. */
        public Optional<Fault> first() {
            return faults.stream().findFirst();
        }
    }
}
