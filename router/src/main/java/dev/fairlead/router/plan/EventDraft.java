package dev.fairlead.router.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.order.EventNote;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A Kubernetes event on a Canary, in Flagger's form. Its name comes from what it says, so the same
 * words are one event with a count, and its fence keeps one order from counting twice.
 */
public record EventDraft(TargetKey target, Life life, EventNote note) implements Draft {

    private static final String COMPONENT = "flagger";

    private static final String REASON = "Synced";

    private static final int HASH_BYTES = 8;

    /** What Kubernetes allows for a name, less the dot and the hash. */
    private static final int MAX_PREFIX = 253 - 1 - 2 * HASH_BYTES;

    @Override
    public ObjectRef object() {
        String prefix = target.name().substring(0, Math.min(target.name().length(), MAX_PREFIX));
        return new ObjectRef(Kind.EVENT, target.namespace(), prefix + "." + hash());
    }

    @Override
    public Optional<Fields> created() {
        String at = StatusDraft.time(note.at());
        Fields involved = Fields.EMPTY.with(Kind.CANARY.apiVersion(), "apiVersion")
                .with(Kind.CANARY.title(), "kind")
                .with(target.name(), "name")
                .with(target.namespace(), "namespace")
                .with(life.uid(), "uid");
        return Optional.of(object().head()
                .with(involved, "involvedObject")
                .with(type(), "type")
                .with(REASON, "reason")
                .with(note.message(), "message")
                .with(COMPONENT, "source", "component")
                .with(COMPONENT, "reportingComponent")
                .with("", "reportingInstance")
                .with(1, "count")
                .with(at, "firstTimestamp")
                .with(at, "lastTimestamp"));
    }

    @Override
    public Fields corrected(Fields live) {
        return live.with(live.number("count").orElse(1) + 1, "count")
                .with(StatusDraft.time(note.at()), "lastTimestamp");
    }

    @Override
    public boolean mayDrift() {
        return false;
    }

    @Override
    public boolean isLikelyNew() {
        return true;
    }

    private String type() {
        return note.warning() ? "Warning" : "Normal";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((life.uid() + '\n' + type() + '\n' + note.message()).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
