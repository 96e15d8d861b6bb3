package dev.fairlead.events.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chains the events of a stream: none can be changed, left out or moved unnoticed. */
public final class HashChain {

    private HashChain() {}

    /**
     * SHA-256 over the previous hash and the event's bytes.
     *
     * @param previous
     *            of the stream's last event, {@link Hash#ZERO} for its first
     */
    public static Hash next(Hash previous, HashedEvent event) {
        MessageDigest digest = sha256();
        digest.update(previous.bytes());
        return Hash.of(digest.digest(event.bytes()));
    }

    /** SHA-256 of a content, as {@code sha256:} and 64 hexadecimal characters. */
    public static String contentHash(byte[] content) {
        return "sha256:" + Hash.of(sha256().digest(content));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every JDK to have SHA-256", e);
        }
    }
}
