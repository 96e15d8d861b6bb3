package dev.fairlead.events.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.proof.HashedEvent.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The golden vectors of layout 1. They were computed by another program, and never change. */
class HashChainTest {

    private static final HashedEvent FIRST = new HashedEvent(1, "target/eu-1/prod/shop", 1,
            "RolloutStarted", 1, new Ids("uid-1", "eu-1/prod/shop#1", "cause-1", "corr-1", ""),
            Instant.parse("2026-11-23T21:00:00.123456Z"),
            "{\"fact\":{\"type\":\"RolloutStarted\"}}".getBytes(StandardCharsets.UTF_8));
    private static final HashedEvent SECOND = new HashedEvent(2, "target/eu-1/prod/shop", 2,
            "GateOpened", 3, new Ids("uid-1", "eu-1/prod/shop#1", "cause-2", "corr-1", "person-7"),
            Instant.parse("2026-11-23T21:00:01Z"), "{\"fact\":{\"reason\":\"grün\"}}"
                    .getBytes(StandardCharsets.UTF_8));

    @Test
    void the_first_event_has_its_golden_bytes() {
        assertThat(HexFormat.of().formatHex(FIRST.bytes())).isEqualTo(GOLDEN_BYTES);
    }

    @Test
    void a_chain_of_two_has_its_golden_hashes() {
        Hash first = HashChain.next(Hash.ZERO, FIRST);
        Hash second = HashChain.next(first, SECOND);

        assertThat(first).hasToString(GOLDEN_FIRST);
        assertThat(second).hasToString(GOLDEN_SECOND);
    }

    @Test
    void an_event_without_ids_and_body_has_its_golden_hash() {
        var empty = new HashedEvent(1, "engine", 1, "T", 1, Ids.NONE, Instant.EPOCH, new byte[0]);

        assertThat(HashChain.next(Hash.ZERO, empty)).hasToString(GOLDEN_EMPTY);
    }

    @Test
    void a_part_cannot_slip_into_its_neighbour() {
        var one = new HashedEvent(1, "ab", 1, "c", 1, Ids.NONE, Instant.EPOCH, new byte[0]);
        var other = new HashedEvent(1, "a", 1, "bc", 1, Ids.NONE, Instant.EPOCH, new byte[0]);

        assertThat(HashChain.next(Hash.ZERO, one)).isNotEqualTo(HashChain.next(Hash.ZERO, other));
    }

    @Test
    void a_content_is_named_by_its_digest() {
        assertThat(HashChain.contentHash(new byte[0])).isEqualTo(
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_hash_of_another_length_is_refused() {
        assertThatThrownBy(() -> Hash.of(new byte[31]))
                .hasMessage("Expected a hash of 32 bytes, but got 31");
    }

    private static final String GOLDEN_BYTES =
            "010000000000000001000000157461726765742f65752d312f70726f642f"
                    + "73686f7000000000000000010000000e526f6c6c6f757453746172746564"
                    + "00000001000000057569642d310000001065752d312f70726f642f73686f"
                    + "7023310000000763617573652d3100000006636f72722d31000000000006"
                    + "60f7e082d640000000227b2266616374223a7b2274797065223a22526f6c"
                    + "6c6f757453746172746564227d7d";
    private static final String GOLDEN_FIRST =
            "42c8a4ce612f542c54babd0698d9320022b7c14cae5f3a8899d52e950981"
                    + "b385";
    private static final String GOLDEN_SECOND =
            "04c844d3fbe1d6a3bbc5d3046df76c7da934c7b2ebe8e0144e689f26b128"
                    + "4086";
    private static final String GOLDEN_EMPTY =
            "5c940ef88b4f35df4cccd68321913ff4af6000e02a850bfe72ceda666756"
                    + "42fb";
}
