package dev.fairlead.topics;

import org.jspecify.annotations.Nullable;

/** Passing trouble with Kafka: the same call may succeed later. */
public final class KafkaTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KafkaTrouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
