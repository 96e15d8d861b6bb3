package dev.fairlead.sandbox.simulation.topic;

import java.util.ArrayList;
import java.util.List;

/**
 * A topic of one partition.
 *
 * @param <T>
 *            its records
 */
public final class Topic<T> {

    /** So many records are kept at least; older ones are out of range. */
    static final int RETENTION = 2_000;

    private final String name;
    private final List<T> records = new ArrayList<>();
    private final List<Runnable> readers = new ArrayList<>();
    private int life = 1;
    private long first;

    Topic(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Tells the topic from another of the same name. */
    public String id() {
        return name + "#" + life;
    }

    /** The offset of the oldest record. */
    public long first() {
        return first;
    }

    /** The offset of the record that will come next. */
    public long end() {
        return first + records.size();
    }

    public T at(long offset) {
        return records.get((int) (offset - first));
    }

    /** Told of each record that comes. */
    public void tell(Runnable reader) {
        readers.add(reader);
    }

    /** Told no more. */
    public void leave(Runnable reader) {
        readers.remove(reader);
    }

    void append(T record) {
        records.add(record);
        if (records.size() > 2 * RETENTION) {
            records.subList(0, RETENTION).clear();
            first += RETENTION;
        }
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).run();
        }
    }

    /** It is another from now on, and empty. */
    void makeAnew() {
        records.clear();
        first = 0;
        life++;
        List.copyOf(readers).forEach(Runnable::run);
    }
}
