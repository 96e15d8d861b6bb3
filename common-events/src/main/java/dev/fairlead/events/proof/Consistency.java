package dev.fairlead.events.proof;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.proof.MerklePaths.Nodes;

/** That a tree is the beginning of a later one: nothing was changed, left out or put in. */
public final class Consistency {

    private Consistency() {}

    /**
     * The proof of RFC 9162, section 2.1.4.1.
     *
     * @param before
     *            the size of the earlier tree, at least 1 and at most {@code size}
     */
    public static List<Hash> path(long before, long size, Nodes nodes) {
        if (before < 1 || before > size) {
            throw new IllegalArgumentException(
                    "Expected an earlier size from 1 to " + size + ", but got " + before);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        long end = before;
        boolean whole = true;
        while (end != to) {
            long middle = from + MerklePaths.split(to - from);
            if (end <= middle) {
                path.add(nodes.root(middle, to));
                to = middle;
            } else {
                path.add(nodes.root(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.add(nodes.root(from, to));
        }
        return List.copyOf(path.reversed());
    }

    /** A tree as a checkpoint names it. */
    public record Tree(long size, Hash root) {}

    /** Whether the later tree begins with the earlier one (section 2.1.4.2). */
    public static boolean holds(Tree before, Tree after, List<Hash> path) {
        if (before.size() < 1 || before.size() > after.size()
                || path.size() > MerklePaths.LONGEST) {
            return false;
        }
        if (before.size() == after.size()) {
            return path.isEmpty() && before.root().equals(after.root());
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(before.size()) == 1) {
            hashes.addFirst(before.root());
        }
        return !hashes.isEmpty() && climbs(before, after, hashes);
    }

    private static boolean climbs(Tree before, Tree after, List<Hash> hashes) {
        long place = before.size() - 1;
        long last = after.size() - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        Hash earlier = hashes.getFirst();
        Hash later = hashes.getFirst();
        for (Hash hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                earlier = MerkleTree.node(hash, earlier);
                later = MerkleTree.node(hash, later);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                later = MerkleTree.node(later, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && earlier.equals(before.root()) && later.equals(after.root());
    }
}
