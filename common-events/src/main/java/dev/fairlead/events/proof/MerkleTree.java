package dev.fairlead.events.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over hashes in the order in which they were added: one
 * root stands for all of them. Keeps one hash for each bit of its size, so it grows without limit
 * in next to no memory; for paths see {@link MerklePaths}.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** The roots of the perfect subtrees, widest first. */
    private final List<Hash> peaks;
    private long size;

    /** The empty tree. */
    public MerkleTree() {
        this(0, List.of());
    }

    private MerkleTree(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /**
     * A tree that goes on where another was.
     *
     * @param size
     *            from 0
     * @param peaks
     *            as {@link #peaks()} gave them
     * @throws IllegalArgumentException
     *             when there is not one for each bit of the size
     */
    public static MerkleTree of(long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("Expected " + Long.bitCount(size)
                    + " peaks for a tree of " + size + " leaves, but got " + peaks.size());
        }
        return new MerkleTree(size, peaks);
    }

    /** Adds the hash of an event as the next leaf. */
    public void add(Hash event) {
        Hash carried = leaf(event);
        for (long width = size; (width & 1) == 1; width >>= 1) {
            carried = node(peaks.removeLast(), carried);
        }
        peaks.add(carried);
        size++;
    }

    /** How many leaves. */
    public long size() {
        return size;
    }

    /** The roots of the perfect subtrees, widest first: all that is needed to go on. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /** Of the empty tree the hash of nothing. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.of(HashChain.sha256().digest());
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    /** The leaf for an event's hash; told apart from a node by the byte in front. */
    static Hash leaf(Hash event) {
        return leaf(event.bytes());
    }

    static Hash leaf(byte[] content) {
        MessageDigest digest = HashChain.sha256();
        digest.update(LEAF);
        return Hash.of(digest.digest(content));
    }

    static Hash node(Hash left, Hash right) {
        MessageDigest digest = HashChain.sha256();
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }
}
