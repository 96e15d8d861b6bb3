package dev.fairlead.events.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Paths through the tree of RFC 9162: that an event is in a tree (2.1.3), and that one tree is the
 * beginning of another (2.1.4). A path has at most about log₂ of the size hashes.
 */
public final class MerklePaths {

    /** More than any tree of 2⁶³ leaves needs. */
    public static final int LONGEST = 64;

    private MerklePaths() {}

    /** Hashes of the tree, wherever they are kept or made. */
    public interface Nodes {

        /**
         * The root of the perfect or last, narrower subtree over these leaves.
         *
         * @param from
         *            the first leaf, from 0
         * @param to
         *            after the last leaf
         */
        Hash root(long from, long to);
    }

    /**
     * The path from a leaf to the root.
     *
     * @param index
     *            of the leaf, from 0
     * @param size
     *            of the tree, more than {@code index}
     */
    public static List<Hash> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "Expected a leaf below " + size + ", but got " + index);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(nodes.root(middle, to));
                to = middle;
            } else {
                path.add(nodes.root(from, middle));
                from = middle;
            }
        }
        return List.copyOf(path.reversed());
    }

    /** Whether the path leads from the event at this place to the root. */
    public static boolean includes(Hash root, long size, long index, Hash event,
            List<Hash> path) {
        if (index < 0 || index >= size || path.size() > LONGEST) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = MerkleTree.leaf(event);
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleTree.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * The root of a wide subtree from the roots of narrow ones.
     *
     * @param width
     *            of the narrow ones at most; a power of two
     */
    public static Hash root(long from, long to, long width, Nodes narrow) {
        if (to - from <= width) {
            return narrow.root(from, to);
        }
        long middle = from + split(to - from);
        return MerkleTree.node(root(from, middle, width, narrow), root(middle, to, width, narrow));
    }

    /** The root of a subtree from hashes of events in memory. */
    public static Nodes over(List<Hash> events) {
        return (from, to) -> {
            var tree = new MerkleTree();
            events.subList(Math.toIntExact(from), Math.toIntExact(to)).forEach(tree::add);
            return tree.root();
        };
    }

    /** The widest power of two below a width of at least two. */
    static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
