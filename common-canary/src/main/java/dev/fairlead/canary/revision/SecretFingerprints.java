package dev.fairlead.canary.revision;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.fairlead.canary.go.GoJson;

/**
 * Fingerprints of secret values: HMAC-SHA-256, the first 16 bytes in hexadecimal. Without the key, which never leaves its
 * cluster, nobody can find a value by trying.
 */
public final class SecretFingerprints {

    /** Shorter keys could themselves be guessed. */
    public static final int SHORTEST_KEY_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /**
     * @throws IllegalArgumentException
     *             if the key is shorter than {@value #SHORTEST_KEY_BYTES} bytes
     */
    public SecretFingerprints(byte[] key) {
        if (key.length < SHORTEST_KEY_BYTES) {
            throw new IllegalArgumentException("Expected a key of at least " + SHORTEST_KEY_BYTES
                    + " bytes, but got " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Of the {@code data} of a Secret, given as the whole object. */
    public String ofSecret(Map<String, ?> secret) {
        return of(GoJson.of(ConfigChecksum.data(secret)));
    }

    /** Of one value, such as an address with a password in it. */
    public String of(String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sum = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
