package dev.fairlead.sandbox.simulation.topic;

import java.util.Map;
import java.util.function.Function;

import dev.fairlead.orchestrator.loop.Heard;

/**
 * A record that the orchestrator hears.
 *
 * @param key
 *            its key
 * @param word
 *            makes it what is heard at a place
 */
public record Said(String key, Function<Heard.Letter, Heard> word) {

    private static final byte[] NO_BODY = new byte[0];

    /** The record as it is heard at an offset. */
    public Heard at(Topic<Said> topic, long offset) {
        return word.apply(new Heard.Letter(topic.name(), 0, offset, key, Map.of(), NO_BODY));
    }
}
