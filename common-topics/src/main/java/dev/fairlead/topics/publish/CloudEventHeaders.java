package dev.fairlead.topics.publish;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes and reads envelopes as record headers: CloudEvents 1.0, Kafka protocol binding, binary
 * mode. The record's value is the word's bytes and nothing else.
 */
public final class CloudEventHeaders {

    private static final String SCHEMA_ROOT = "https://fairlead.dev/schema/";
    private static final String CONTENT_TYPE = "application/json";
    private static final String TRACE = "traceparent";
    private static final String STREAM_VERSION = "streamversion";
    private static final String CAUSATION = "causationid";
    private static final byte[] NO_BODY = new byte[0];

    private CloudEventHeaders() {}

    /** All headers, by name. */
    public static Map<String, String> write(Envelope envelope) {
        var builder = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(URI.create(envelope.source()))
                .withType(envelope.eventType())
                .withDataSchema(URI.create(SCHEMA_ROOT + envelope.word() + "/" + envelope.schema()))
                .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                .withData(CONTENT_TYPE, NO_BODY);
        if (!envelope.subject().isEmpty()) {
            builder.withSubject(envelope.subject());
        }
        if (!envelope.traceparent().isEmpty()) {
            builder.withExtension(TRACE, envelope.traceparent());
        }
        if (envelope.streamVersion() > 0) {
            builder.withExtension(STREAM_VERSION, Long.toString(envelope.streamVersion()));
        }
        if (!envelope.causation().isEmpty()) {
            builder.withExtension(CAUSATION, envelope.causation());
        }
        return asMap(KafkaMessageFactory.<String>createWriter("", "")
                .writeBinary(builder.build())
                .headers());
    }

    /**
     * @throws IllegalArgumentException
     *             when the headers make no event of ours; the message says what was expected
     */
    public static Envelope read(Headers headers) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(headers, NO_BODY).toEvent();
            return new Envelope(event.getId(), event.getSource().toString(), event.getType(),
                    schema(event.getDataSchema()), text(event.getSubject()),
                    event.getTime() == null
                            ? java.time.Instant.EPOCH
                            : event.getTime().toInstant(),
                    text(event.getExtension(TRACE)), number(event.getExtension(STREAM_VERSION)),
                    text(event.getExtension(CAUSATION)));
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "Expected the headers of a CloudEvent in binary mode, but " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, String> asMap(Headers headers) {
        Map<String, String> map = new TreeMap<>();
        for (Header header : headers) {
            map.put(header.key(), new String(header.value(), UTF_8));
        }
        return map;
    }

    private static int schema(@Nullable URI dataSchema) {
        String text = text(dataSchema);
        try {
            return Integer.parseInt(text.substring(text.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Expected a ce_dataschema that ends in /version, "
                    + "but got \"" + text + "\"", e);
        }
    }

    private static long number(@Nullable Object value) {
        try {
            return value == null ? 0 : Long.parseLong(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Expected ce_" + STREAM_VERSION + " as a number, but got \"" + value + "\"", e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
