package dev.fairlead.sandbox.simulation.fate;

/** What may go wrong in a world, and what people may do to it. */
public enum Fault {
    /** A record that was taken is never heard. */
    LOSS,
    /** A record comes again, some time later. */
    DUPLICATION,
    /** A record comes up to 60 s late, behind those that were said after it. */
    REORDERING,
    /** A process dies, at any call that it makes. */
    CRASH,
    /** What was committed or written is reported as unanswered. */
    UNANSWERED,
    /** A process stands still for seconds, and goes on as if nothing was. */
    STALL,
    /** The database's clock jumps. */
    CLOCK_JUMP,
    /** A process cannot reach the log, the brokers or an API server. */
    PARTITION,
    /** Somebody else writes an object just before we do. */
    CONFLICT,
    /** The API server wants fewer calls. */
    THROTTLING,
    /** A watch breaks off and misses what happens meanwhile. */
    WATCH_GAP,
    /** A watcher that lags behind, or was replaced, says what it saw long ago. */
    STALE_OBSERVATION,
    /** A topic is heard again from its beginning. */
    REPLAY,
    /** A metric store or hook does not answer, or knows nothing. */
    SOURCE_OUTAGE,
    /** The topics are made anew, empty. */
    TOPICS_EMPTIED,
    /** The log is restored from an older copy. */
    LOG_RESTORED,
    /** Somebody writes a route, or deletes what we made. */
    FOREIGN_WRITE,
    /** People press a button. */
    BUTTON,
    /** People edit a Canary. */
    EDIT,
    /** People delete a Canary, and mostly make it anew. */
    DELETION
}
