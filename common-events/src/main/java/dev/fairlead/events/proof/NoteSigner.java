package dev.fairlead.events.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs notes with an Ed25519 key. */
public final class NoteSigner {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LINE = 64;

    private final PrivateKey secret;
    private final NoteKey key;

    private NoteSigner(PrivateKey secret, NoteKey key) {
        this.secret = secret;
        this.key = key;
    }

    /** A new key in PEM, as {@code openssl genpkey -algorithm ed25519} makes it. */
    public static String newPem() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return BEGIN + "\n"
                    + Base64.getMimeEncoder(LINE, new byte[]{'\n'})
                            .encodeToString(pair.getPrivate().getEncoded())
                    + "\n" + END + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every JDK to have Ed25519", e);
        }
    }

    /**
     * @param name
     *            of the signer: no blanks, no {@code +}
     * @param pem
     *            the private key as PKCS #8 in PEM
     * @throws IllegalArgumentException
     *             when it is no such key; says nothing of its content
     */
    public static NoteSigner of(String name, String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "Expected a private key between " + BEGIN + " and " + END);
        }
        try {
            byte[] encoded =
                    Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new NoteSigner(secret, NoteKey.of(name, pair(secret).getPublic()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Expected a private key of the kind Ed25519"
                    + " (PKCS #8) and a name without blanks: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The JDK has no way from a secret to its public key but to make the pair again. */
    private static KeyPair pair(PrivateKey secret) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) secret).getBytes()
                .orElseThrow(() -> new IllegalArgumentException("no key"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        return generator.generateKeyPair();
    }

    /** The public half. */
    public NoteKey key() {
        return key;
    }

    /**
     * The text and its signature, as a note.
     *
     * @param text
     *            ends with a line end and has no empty line
     */
    public String sign(String text) {
        if (!text.endsWith("\n") || text.contains("\n\n")) {
            throw new IllegalArgumentException("Expected lines to sign, none of them empty");
        }
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signing.sign();
            byte[] hashed = new byte[NoteKey.HASH_BYTES + signature.length];
            System.arraycopy(key.hash(), 0, hashed, 0, NoteKey.HASH_BYTES);
            System.arraycopy(signature, 0, hashed, NoteKey.HASH_BYTES, signature.length);
            return text + "\n" + NoteKey.SIGNED_BY + key.name() + " "
                    + Base64.getEncoder().encodeToString(hashed) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected the key to sign", e);
        }
    }

    /** Gives the seed of a key that is there already. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
