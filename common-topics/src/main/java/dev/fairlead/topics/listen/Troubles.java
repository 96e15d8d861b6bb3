package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;

/** Tells the first of a row of troubles and is quiet about the rest, with growing pauses. */
final class Troubles {

    /** The first pause before a broken connection is made anew. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** The longest one: Kafka's return is noticed within this. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final Logger log;
    private final String group;
    private Duration pause = FIRST_PAUSE;

    Troubles(Logger log, String group) {
        this.log = log;
        this.group = group;
    }

    synchronized void over() {
        pause = FIRST_PAUSE;
    }

    void rest(RuntimeException trouble) {
        LockSupport.parkNanos(told(trouble).toNanos());
    }

    private synchronized Duration told(RuntimeException trouble) {
        Duration now = pause;
        if (now.equals(FIRST_PAUSE)) {
            log.warn("listening again group={} error=\"{}\"", group, trouble.toString());
        } else {
            log.debug("still not listening group={}", group, trouble);
        }
        pause = now.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : now.multipliedBy(2);
        return now;
    }
}
