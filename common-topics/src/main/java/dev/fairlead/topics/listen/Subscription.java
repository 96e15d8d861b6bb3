package dev.fairlead.topics.listen;

import java.util.List;
import java.util.function.Function;

/**
 * What is listened to, and what may be done at a time.
 *
 * @param topics
 *            at least one; may be made later
 * @param group
 *            the group that shares the work
 * @param lane
 *            words of one lane are done one after the other, in order; lanes run in parallel
 * @param inFlight
 *            records taken and not yet done, from 1; when so many are, no more are taken
 */
public record Subscription<T>(List<String> topics, String group, Function<Heard<T>, String> lane,
        int inFlight) {

    /** Enough to keep other lanes going while some hang. */
    public static final int IN_FLIGHT = 1_000;

    public Subscription {
        topics = List.copyOf(topics);
    }

    /** In order for each key. */
    public static <T> Subscription<T> byKey(String group, String... topics) {
        return new Subscription<>(List.of(topics), group, Heard::key, IN_FLIGHT);
    }
}
