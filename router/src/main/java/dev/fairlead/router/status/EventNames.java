package dev.fairlead.router.status;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Names Kubernetes events by what they say, so that whoever writes one twice finds the first. */
final class EventNames {

    private static final int HASH_BYTES = 8;

    /** What Kubernetes allows for a name, less the dot and the hash. */
    private static final int MAX_PREFIX = 253 - 1 - 2 * HASH_BYTES;

    private EventNames() {}

    static ObjectRef of(OrderHead head, EventNote note) {
        String canary = head.target().name();
        String prefix = canary.substring(0, Math.min(canary.length(), MAX_PREFIX));
        return new ObjectRef(Kind.EVENT, head.target().namespace(),
                prefix + "." + hash(head.life() + "\n" + note.warning() + "\n" + note.message()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
