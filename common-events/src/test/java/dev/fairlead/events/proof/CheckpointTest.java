package dev.fairlead.events.proof;

import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckpointTest {

    private static final Checkpoint NOON =
            new Checkpoint("fairlead", 3, Hash.ZERO, Instant.parse("2026-11-24T12:00:00Z"));
    /** The secret key of RFC 8032, section 7.1, test 1, as PKCS #8. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;
    private static final String PUBLIC =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    @Test
    void its_text_is_that_of_a_tlog_checkpoint() {
        assertThat(NOON.text()).isEqualTo(
                "fairlead\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\ntime 2026-11-24T12:00:00Z\n");
        assertThat(Checkpoint.parse(NOON.text())).isEqualTo(NOON);
    }

    @Test
    void a_line_that_is_wrong_is_named() {
        assertThatThrownBy(() -> Checkpoint.parse(NOON.text().replace("\n3\n", "\n-3\n")))
                .hasMessageContaining("size")
                .hasMessageContaining("-3");
        assertThatThrownBy(() -> Checkpoint.parse(NOON.text().replace("AAAA", "AA")))
                .hasMessageContaining("root");
        assertThatThrownBy(() -> Checkpoint.parse("fairlead\n3\n"))
                .hasMessageContaining("2 lines");
    }

    @Test
    void the_public_half_of_a_secret_key_is_the_one_of_rfc_8032() {
        String key = NoteSigner.of("log", PEM).key().toString();
        byte[] typed = java.util.Base64.getDecoder().decode(key.split("\\+", 3)[2]);
        assertThat(HexFormat.of().formatHex(typed)).isEqualTo("01" + PUBLIC);
        assertThat(NoteKey.parse(key)).hasToString(key);
    }

    @Test
    void a_note_opens_with_the_key_that_signed_it_and_no_other() {
        NoteSigner signer = NoteSigner.of("log", PEM);
        String note = signer.sign(NOON.text());

        assertThat(signer.key().opened(note)).contains(NOON.text());
        assertThat(NoteSigner.of("log", NoteSigner.newPem()).key().opened(note)).isEmpty();
        assertThat(NoteSigner.of("other", PEM).key().opened(note)).isEmpty();
        assertThat(signer.key().opened(note.replace("\n3\n", "\n4\n"))).isEmpty();
        assertThat(signer.key().opened(NOON.text())).isEmpty();
        assertThat(signer.key().opened(note + "\u2014 log !\n")).contains(NOON.text());
    }

    @Test
    void a_key_that_was_copied_wrongly_is_refused() {
        String key = NoteSigner.of("log", PEM).key().toString();
        assertThatThrownBy(() -> NoteKey.parse(key.replace("log", "dog")))
                .hasMessageContaining("hash");
        assertThatThrownBy(() -> NoteKey.parse("log")).hasMessageContaining("name+hash+key");
        assertThatThrownBy(() -> NoteSigner.of("log", "secret"))
                .hasMessageContaining("PRIVATE KEY")
                .hasMessageNotContaining("secret");
    }
}
