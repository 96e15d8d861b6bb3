package dev.fairlead.orchestrator.notary;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.MerkleTree;
import dev.fairlead.events.proof.NoteSigner;
import dev.fairlead.orchestrator.eventlog.CheckpointRows;
import dev.fairlead.orchestrator.eventlog.StoredCheckpoint;

/**
 * Makes a checkpoint when the log has grown by enough or for long enough. Several at a time are
 * harmless: there is one log, and each says what it was.
 */
public final class Notary {

    /** Events after which one is made. */
    public static final long EVERY_EVENTS = 1_000;
    /** Hashes that are read at a time. */
    private static final int HASHES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);

    private final String origin;
    private final NoteSigner signer;
    private final Leaves log;
    private final CheckpointRows rows;
    private final List<CheckpointOutlet> outlets;
    private final InstantSource clock;
    private final Duration every;
    private Optional<StoredCheckpoint> cached = Optional.empty();
    private boolean known;
    private volatile Instant newest = Instant.EPOCH;
    private volatile String trouble = "";

    /** The log as the notary sees it. */
    public interface Leaves {

        /** The last position. */
        long size();

        /** Hashes of events behind a position, in order. */
        List<Hash> after(long position, int limit);
    }

    /**
     * @param every
     *            time after which one is made when there is any new event
     */
    public Notary(NoteSigner signer, Leaves log, CheckpointRows rows,
            List<CheckpointOutlet> outlets, InstantSource clock, Duration every) {
        this.origin = signer.key().name();
        this.signer = signer;
        this.log = log;
        this.rows = rows;
        this.outlets = List.copyOf(outlets);
        this.clock = clock;
        this.every = every;
    }

    /** When the last one was made; the epoch before the first. */
    public Instant newest() {
        return newest;
    }

    /** Why there is no new one; empty when there is none due. */
    public String trouble() {
        return trouble;
    }

    /** Another one goes on; what was known is read again before the next checkpoint. */
    public void forget() {
        known = false;
    }

    /**
     * Makes one if it is time. One thread at a time.
     *
     * @return the one that was handed out
     */
    public Optional<Checkpoint> step() {
        if (!known) {
            cached = rows.newest(1).stream().findFirst();
            known = true;
        }
        Optional<StoredCheckpoint> last = cached;
        newest = last.map(it -> it.checkpoint().time()).orElse(Instant.EPOCH);
        long before = last.map(it -> it.checkpoint().size()).orElse(0L);
        long size = log.size();
        if (size < before) {
            return refused("the log has " + size + " events, but a checkpoint says " + before
                    + ": its end was cut, or an older copy was put back");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean due = size - before >= EVERY_EVENTS
                || size > before && !now.isBefore(newest.plus(every));
        if (!due) {
            return Optional.empty();
        }
        return made(last, size, now);
    }

    private Optional<Checkpoint> made(Optional<StoredCheckpoint> last, long size, Instant now) {
        MerkleTree tree = last
                .map(it -> MerkleTree.of(it.checkpoint().size(), it.peaks()))
                .orElseGet(MerkleTree::new);
        if (last.isPresent() && !tree.root().equals(last.get().checkpoint().root())) {
            return refused("the row of the checkpoint with " + tree.size()
                    + " events was changed: its parts do not give its root");
        }
        while (tree.size() < size) {
            long at = tree.size();
            List<Hash> hashes = log.after(at, (int) Math.min(HASHES, size - at));
            if (hashes.isEmpty()) {
                return refused("events behind position " + at + " are missing");
            }
            hashes.forEach(tree::add);
        }
        Checkpoint checkpoint = new Checkpoint(origin, size, tree.root(), now);
        String note = signer.sign(checkpoint.text());
        for (CheckpointOutlet outlet : outlets) {
            try {
                outlet.take(note);
            } catch (IOException e) {
                return refused(outlet.name() + ": " + e.getMessage());
            }
        }
        StoredCheckpoint stored = new StoredCheckpoint(checkpoint, note, tree.peaks());
        rows.add(stored);
        cached = Optional.of(stored);
        newest = now;
        trouble = "";
        return Optional.of(checkpoint);
    }

    private Optional<Checkpoint> refused(String reason) {
        if (!reason.equals(trouble)) {
            LOG.error("no checkpoint reason=\"{}\"", reason);
        }
        trouble = reason;
        return Optional.empty();
    }
}
