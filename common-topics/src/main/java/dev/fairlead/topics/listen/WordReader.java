package dev.fairlead.topics.listen;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import dev.fairlead.events.wire.UnknownWord;
import dev.fairlead.events.wire.UnreadableWord;
import dev.fairlead.events.wire.Word;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.topics.publish.CloudEventHeaders;
import dev.fairlead.topics.publish.Envelope;
import dev.fairlead.topics.publish.Family;

/**
 * Makes words of records.
 *
 * @param <T>
 *            the family
 */
public final class WordReader<T> {

    private final Family family;
    private final WordCodec<T> codec;

    public WordReader(Family family, WordCodec<T> codec) {
        this.family = family;
        this.codec = codec;
    }

    /** Reads a record; never throws for what came. */
    public Reading<T> read(ConsumerRecord<String, byte[]> record) {
        try {
            Envelope envelope = CloudEventHeaders.read(record.headers());
            if (!family.has(envelope.eventType())) {
                return new Reading.Strange<>(true, "Expected an event of type "
                        + family.eventType("…") + ", but got " + envelope.eventType());
            }
            if (record.value() == null) {
                return new Reading.Strange<>(false, "Expected a body, but got none");
            }
            T word = codec.decode(new Word(family.word(envelope.eventType()), envelope.schema(),
                    record.value()));
            return new Reading.Understood<>(
                    new Heard<>(word, envelope, record.key() == null ? "" : record.key(),
                            record.topic(), record.partition(), record.offset()));
        } catch (UnknownWord e) {
            return new Reading.Strange<>(true, String.valueOf(e.getMessage()));
        } catch (UnreadableWord | IllegalArgumentException e) {
            return new Reading.Strange<>(false, String.valueOf(e.getMessage()));
        }
    }
}
