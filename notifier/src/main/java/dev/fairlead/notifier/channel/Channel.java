package dev.fairlead.notifier.channel;

import dev.fairlead.notifier.notice.Notice;

/** A chat service. Thread-safe; the same for every place it leads to. */
public interface Channel {

    /** The longest that one attempt may take, in ms. */
    int ATTEMPT_MS = 5_000;
    /** The longest text that a reason quotes from an answer, in characters. */
    int MAX_QUOTE = 200;

    /** As {@code spec.type} of an AlertProvider names it, such as {@code slack}. */
    String type();

    /**
     * Makes one attempt of at most {@link #ATTEMPT_MS}; throws nothing for what the service does.
     *
     * @param id
     *            the order's name, sent as the header {@code fairlead-order-id} where the service
     *            lets us, so that a repetition can be told
     */
    Delivery deliver(String id, Notice notice, Place place);
}
