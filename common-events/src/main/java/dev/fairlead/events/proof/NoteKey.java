package dev.fairlead.events.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a key that signs notes, as C2SP <em>signed-note</em> writes it:
 * {@code name+hash+key}. It is no secret; whoever has it can check what was signed.
 */
public final class NoteKey {

    /** What stands before a signature. */
    static final String SIGNED_BY = "\u2014 ";
    /** Bytes of the key's hash in front of a signature. */
    static final int HASH_BYTES = 4;
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes in the key's X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;

    private NoteKey(String name, byte[] raw) {
        this.name = name;
        this.raw = raw;
    }

    /**
     * @param name
     *            of the signer: no blanks, no {@code +}
     * @param key
     *            of the kind Ed25519
     */
    public static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509.length + KEY_BYTES
                || !Arrays.equals(X509, 0, X509.length, encoded, 0, X509.length)) {
            throw new IllegalArgumentException(
                    "Expected a public key of the kind Ed25519, but got " + key.getAlgorithm());
        }
        return new NoteKey(checked(name),
                Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    /**
     * Reads {@link #toString()}.
     *
     * @throws IllegalArgumentException
     *             when it is none, or was written down wrongly: its hash does not fit
     */
    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "Expected a key as name+hash+key, but got \"" + text.strip() + "\"");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("Expected a key of the kind Ed25519 ("
                    + (KEY_BYTES + 1) + " bytes), but got " + typed.length + " bytes");
        }
        NoteKey key = new NoteKey(checked(parts[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.id().equals(parts[1])) {
            throw new IllegalArgumentException("Expected the hash " + key.id()
                    + " in the key of " + parts[0] + ", but got " + parts[1]);
        }
        return key;
    }

    /** The name of a signer, checked. */
    static String checked(String name) {
        boolean odd = name.isEmpty() || name.indexOf('+') >= 0
                || name.chars().anyMatch(Character::isWhitespace);
        if (odd) {
            throw new IllegalArgumentException(
                    "Expected a signer's name without blanks and +, but got \"" + name + "\"");
        }
        return name;
    }

    public String name() {
        return name;
    }

    /** The key's hash, 8 hexadecimal characters. */
    public String id() {
        return HexFormat.of().formatHex(hash());
    }

    /** What is signed in a note, if this key has signed it. */
    public Optional<String> opened(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        return note.substring(end + 2)
                .lines()
                .filter(line -> line.startsWith(SIGNED_BY + name + " "))
                .map(line -> line.substring(SIGNED_BY.length() + name.length() + 1))
                .anyMatch(it -> hasSigned(text, it)) ? Optional.of(text) : Optional.empty();
    }

    private boolean hasSigned(String text, String signature) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            if (bytes.length <= HASH_BYTES
                    || !Arrays.equals(hash(), Arrays.copyOf(bytes, HASH_BYTES))) {
                return false;
            }
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(bytes, HASH_BYTES, bytes.length - HASH_BYTES);
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return false; // what cannot be read is no signature
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    byte[] hash() {
        var digest = HashChain.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), HASH_BYTES);
    }

    private byte[] typed() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
        return typed;
    }

    /** {@code name+hash+key}. */
    @Override
    public String toString() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }
}
