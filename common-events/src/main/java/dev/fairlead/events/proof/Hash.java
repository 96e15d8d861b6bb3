package dev.fairlead.events.proof;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Hash {

    /** The length of every hash, in bytes. */
    public static final int BYTES = 32;
    /** What the first event of a stream is chained to. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException
     *             when there are not {@link #BYTES} bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "Expected a hash of " + BYTES + " bytes, but got " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal, 64 characters. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
