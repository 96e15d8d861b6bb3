package dev.fairlead.sandbox.simulation.log;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.relay.Outbox;

/** The outbox of the log in memory. */
public final class MemoryOutbox implements Outbox {

    private final Database database;
    private final Session.Road road;

    public MemoryOutbox(Database database, Session.Road road) {
        this.database = database;
        this.road = road;
    }

    @Override
    public long cursor() {
        road.out();
        return database.store().cursor;
    }

    @Override
    public List<Outgoing> after(Place place, int limit) {
        road.out();
        List<Outgoing> all = database.store().outgoing;
        List<Outgoing> found = new ArrayList<>();
        for (int i = firstBehind(all, place); i < all.size() && found.size() < limit; i++) {
            found.add(all.get(i));
        }
        return found;
    }

    @Override
    public boolean save(long term, long position) {
        road.out();
        Store store = database.store();
        if (store.cursorTerm > term) {
            return false;
        }
        store.cursorTerm = term;
        store.cursor = Math.max(store.cursor, position);
        database.saved(position);
        return true;
    }

    @Override
    public int sweep(int atMost) {
        road.out();
        Store store = database.store();
        int behind = firstBehind(store.outgoing, Place.behind(store.cursor));
        int swept = Math.min(behind, atMost);
        store.outgoing.subList(0, swept).clear();
        return swept;
    }

    private static int firstBehind(List<Outgoing> all, Place place) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Outgoing record = all.get(middle);
            if (new Place(record.position(), record.ordinal()).compareTo(place) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
