package dev.fairlead.orchestrator.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.MerklePaths;
import dev.fairlead.events.proof.MerkleTree;

/**
 * Hashes of the Merkle tree over the log. The roots of whole blocks of leaves are kept once they
 * were made, so a proof reads a block and not the log; a node that is wrong only makes a proof that
 * does not hold.
 */
public final class TreeNodes implements MerklePaths.Nodes {

    /** Leaves of a block; a power of two. */
    private static final int BLOCK = 1 << 10;

    private final JdbcClient db;
    /** By their first leaf. */
    private final Map<Long, Hash> blocks = new HashMap<>();

    /**
     * @param source
     *            connections in the role of the reader
     */
    public TreeNodes(DataSource source) {
        this.db = JdbcClient.create(source);
    }

    @Override
    public synchronized Hash root(long from, long to) {
        return MerklePaths.root(from, to, BLOCK, this::narrow);
    }

    private Hash narrow(long from, long to) {
        return from % BLOCK == 0 && to - from == BLOCK
                ? blocks.computeIfAbsent(from, _ -> over(leaves(from, to)))
                : over(leaves(from, to));
    }

    private static Hash over(List<Hash> leaves) {
        MerkleTree tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    private List<Hash> leaves(long from, long to) {
        List<Hash> leaves = db.sql("""
                select hash from event where position > :from and position <= :to order by position
                """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .list();
        if (leaves.size() != to - from) {
            throw new IllegalStateException("Expected " + (to - from)
                    + " events behind position " + from + ", but got " + leaves.size());
        }
        return leaves;
    }
}
