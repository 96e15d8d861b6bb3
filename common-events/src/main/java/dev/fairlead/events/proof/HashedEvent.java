package dev.fairlead.events.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The parts of an event that its hash covers, all but the position.
 *
 * @param epoch
 *            from 1
 * @param stream
 *            such as {@code target/eu-1/prod/shop}
 * @param version
 *            in the stream, from 1
 * @param type
 *            the fact's name
 * @param schema
 *            the version of the fact's fields, from 1
 * @param ids
 *            who and why
 * @param time
 *            whole microseconds; finer parts are not hashed
 * @param body
 *            the exact bytes as they are stored
 */
@SuppressWarnings("ArrayRecordComponent") // the exact bytes are the point; nobody compares them
public record HashedEvent(long epoch, String stream, long version, String type, int schema, Ids ids,
        Instant time, byte[] body) {

    /** Put in front of the bytes; another layout gets another number. */
    public static final int LAYOUT = 1;

    /**
     * The ids of an event; each may be empty.
     *
     * @param life
     *            the UID of the Canary
     * @param rollout
     *            the rollout
     * @param causation
     *            what was heard, fell due or was asked for
     * @param correlation
     *            what belongs together
     * @param actor
     *            a person's number; never a name, so that names can be erased
     */
    public record Ids(String life, String rollout, String causation, String correlation,
            String actor) {

        public static final Ids NONE = new Ids("", "", "", "", "");
    }

    /**
     * The layout number (1 byte); epoch (8); stream; version (8); type; schema (4); life;
     * rollout; causation; correlation; actor; time in µs since 1970 (8); body. Numbers are big
     * endian; texts are UTF-8; texts and body have their length in bytes (4) in front.
     */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(512 + body.length);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeLong(epoch);
            text(out, stream);
            out.writeLong(version);
            text(out, type);
            out.writeInt(schema);
            text(out, ids.life());
            text(out, ids.rollout());
            text(out, ids.causation());
            text(out, ids.correlation());
            text(out, ids.actor());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
            part(out, body);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected memory to take bytes", e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        part(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }
}
