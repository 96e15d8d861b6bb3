package dev.fairlead.events.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MerkleTreeTest {

    /** Every shape of a tree up to this size. */
    private static final int SIZES = 70;

    /** Leaves and roots that implementations of Certificate Transparency check themselves by. */
    private static final List<String> CONTENTS = List.of("", "00", "10", "2021", "3031", "40414243",
            "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_known_leaves_and_nodes_give_the_known_roots() {
        List<Hash> leaves = CONTENTS.stream()
                .map(content -> MerkleTree.leaf(HexFormat.of().parseHex(content)))
                .toList();
        for (int size = 1; size <= leaves.size(); size++) {
            assertThat(folded(leaves.subList(0, size))).hasToString(ROOTS.get(size - 1));
        }
    }

    @Test
    void the_empty_tree_has_the_hash_of_nothing() {
        assertThat(new MerkleTree().root()).hasToString(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_growing_tree_has_the_root_that_its_definition_gives() {
        var tree = new MerkleTree();
        List<Hash> events = events(SIZES);
        for (int size = 1; size <= SIZES; size++) {
            tree.add(events.get(size - 1));
            List<Hash> leaves = events.subList(0, size).stream().map(MerkleTree::leaf).toList();
            assertThat(tree.root()).as("size %d", size).isEqualTo(folded(leaves));
        }
    }

    @Test
    void a_tree_goes_on_from_its_peaks() {
        var whole = new MerkleTree();
        events(40).forEach(whole::add);
        var first = new MerkleTree();
        events(23).forEach(first::add);
        MerkleTree second = MerkleTree.of(first.size(), first.peaks());
        events(40).subList(23, 40).forEach(second::add);
        assertThat(second.root()).isEqualTo(whole.root());
        assertThatThrownBy(() -> MerkleTree.of(7, first.peaks().subList(0, 2)))
                .hasMessage("Expected 3 peaks for a tree of 7 leaves, but got 2");
    }

    @Test
    void every_leaf_of_every_tree_is_proved_and_no_other() {
        for (int size = 1; size <= SIZES; size++) {
            List<Hash> events = events(size);
            Hash root = root(events);
            for (int index = 0; index < size; index++) {
                List<Hash> path = MerklePaths.inclusion(index, size, MerklePaths.over(events));
                assertThat(path).hasSizeLessThanOrEqualTo(7);
                assertThat(MerklePaths.includes(root, size, index, events.get(index), path))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                assertThat(MerklePaths.includes(root, size, index, event(-1), path)).isFalse();
                assertThat(MerklePaths.includes(root, size, (index + 1) % (size + 1),
                        events.get(index), path)).isFalse();
            }
        }
    }

    @Test
    void every_beginning_of_every_tree_is_proved_and_no_other() {
        for (int size = 1; size <= SIZES; size++) {
            List<Hash> events = events(size);
            var after = new Consistency.Tree(size, root(events));
            for (int before = 1; before <= size; before++) {
                List<Hash> path = Consistency.path(before, size, MerklePaths.over(events));
                Hash beginning = root(events.subList(0, before));
                assertThat(Consistency.holds(new Consistency.Tree(before, beginning), after, path))
                        .as("%d of %d", before, size)
                        .isTrue();
                assertThat(Consistency.holds(new Consistency.Tree(before, event(-1)), after, path))
                        .isFalse();
                assertThat(Consistency.holds(new Consistency.Tree(before, beginning),
                        new Consistency.Tree(size, event(-1)), path)).isFalse();
            }
        }
    }

    private static Hash root(List<Hash> events) {
        var tree = new MerkleTree();
        events.forEach(tree::add);
        return tree.root();
    }

    /** The definition, read aloud: split at the widest power of two below the width. */
    private static Hash folded(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(folded(leaves.subList(0, split)),
                folded(leaves.subList(split, leaves.size())));
    }

    private static List<Hash> events(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(MerkleTreeTest::event).toList());
    }

    private static Hash event(int number) {
        return Hash.of(HashChain.sha256()
                .digest(("event " + number).getBytes(StandardCharsets.UTF_8)));
    }
}
