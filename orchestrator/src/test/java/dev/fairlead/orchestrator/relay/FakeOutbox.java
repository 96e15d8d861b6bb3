package dev.fairlead.orchestrator.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.orchestrator.eventlog.Outgoing;

/** An outbox in memory. */
final class FakeOutbox implements Outbox {

    private final List<Outgoing> records = new ArrayList<>();
    private long cursor;
    private long term;
    private int reads;

    /** Writes one event with some records. */
    List<Outgoing> write(long position, int count) {
        List<Outgoing> written = new ArrayList<>();
        for (int ordinal = 1; ordinal <= count; ordinal++) {
            String name = position + "." + ordinal;
            written.add(new Outgoing(position, ordinal, "topic", "key", Map.of("id", name),
                    name.getBytes(StandardCharsets.UTF_8)));
        }
        records.addAll(written);
        return written;
    }

    void overtake(long newTerm) {
        term = newTerm;
    }

    int reads() {
        return reads;
    }

    @Override
    public long cursor() {
        return cursor;
    }

    @Override
    public List<Outgoing> after(Place place, int limit) {
        reads++;
        return records.stream()
                .filter(record -> Place.of(record).compareTo(place) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean save(long savingTerm, long position) {
        if (savingTerm < term) {
            return false;
        }
        term = savingTerm;
        cursor = Math.max(cursor, position);
        return true;
    }

    @Override
    public int sweep(int atMost) {
        return 0;
    }
}
