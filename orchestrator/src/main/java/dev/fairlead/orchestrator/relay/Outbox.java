package dev.fairlead.orchestrator.relay;

import java.util.List;

import dev.fairlead.orchestrator.eventlog.Outgoing;

/** The records that were written for topics, and how far they are known to be published. */
public interface Outbox {

    /** The position up to which everything is known to be published, 0 at first. */
    long cursor();

    /** The records behind a place, in order of position and ordinal, at most {@code limit}. */
    List<Outgoing> after(Place place, int limit);

    /**
     * Remembers that everything up to a position is published. Only forwards, and never by an
     * older term than the one that saved last.
     *
     * @return whether this term may still save
     */
    boolean save(long term, long position);

    /** Drops old records behind the cursor; how many. */
    int sweep(int atMost);

    /** A place among the records. */
    record Place(long position, int ordinal) implements Comparable<Place> {

        /** Behind all records of a position. */
        public static Place behind(long position) {
            return new Place(position, Integer.MAX_VALUE);
        }

        static Place of(Outgoing record) {
            return new Place(record.position(), record.ordinal());
        }

        @Override
        public int compareTo(Place other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : Integer.compare(ordinal, other.ordinal);
        }
    }
}
