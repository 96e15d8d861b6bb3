package dev.fairlead.sandbox.simulation.log;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.eventlog.Tenure;
import dev.fairlead.sandbox.simulation.fate.Scheduler;

/** The database behind the log: its tables, its clock, and which life of it this is. */
public final class Database {

    /** When every world begins. */
    static final Instant BEGINNING = Instant.parse("2030-01-01T00:00:00Z");

    /** Told of each batch that was committed, in order. */
    public interface Witness {

        void appended(Store store, Append batch);

        /** A broker has taken a record. */
        void sent(Outgoing record);

        /** All records up to a position are taken, the relay says. */
        void saved(Store store, long position);

        /** The log is another, older one from now on. */
        void restored(Store store);
    }

    private final Scheduler scheduler;
    private final List<Witness> witnesses = new ArrayList<>();
    private Store store = new Store();
    private Store backup = new Store();
    private Duration offset = Duration.ZERO;
    private int timeline = 1;

    public Database(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    public void tell(Witness witness) {
        witnesses.add(witness);
    }

    public Store store() {
        return store;
    }

    /** The database's clock. */
    public Instant now() {
        return BEGINNING.plusNanos(scheduler.now()).plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** Its clock is set to another time. */
    public void jump(Duration by) {
        offset = offset.plus(by);
    }

    /** Makes a copy that may be restored. */
    public void backUp() {
        backup = store.copy();
    }

    /** The log is what it was at the last copy. */
    public void restore() {
        store = backup.copy();
        timeline++;
        witnesses.forEach(witness -> witness.restored(store));
    }

    /** Hands a command in, as the API does. */
    public void handIn(AskedCommand asked) {
        store.commands.putIfAbsent(asked.id(), new Store.Asked(asked, ""));
    }

    /** A broker has taken a record. */
    public void sent(Outgoing record) {
        witnesses.forEach(witness -> witness.sent(record));
    }

    void saved(long position) {
        witnesses.forEach(witness -> witness.saved(store, position));
    }

    Tenure.Home home() {
        return new Tenure.Home("simulated", String.format("%08X", timeline));
    }

    void appended(Append batch) {
        witnesses.forEach(witness -> witness.appended(store, batch));
    }
}
