package dev.fairlead.sandbox.simulation.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.EventLog;
import dev.fairlead.orchestrator.eventlog.HeadChange;
import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.LostLease;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.eventlog.StreamMark;
import dev.fairlead.orchestrator.eventlog.Tenure;

/** The log in memory, with the lease, the checks and the doubts that the one in Postgres has. */
public final class Session implements EventLog {

    private static final Duration LEASE = Duration.ofSeconds(5);

    private final Database database;
    private final String me;
    private final Road road;
    private Store opened;

    /** The way to the database, on which much may happen. */
    public interface Road {

        /**
         * Before a statement.
         *
         * @throws LostLease
         *             when the database cannot be reached
         */
        void out();

        /** Before a commit; time may pass here. */
        void beforeCommit();

        /**
         * After a commit.
         *
         * @throws LostLease
         *             when its answer is lost
         */
        void back();
    }

    /**
     * @param me
     *            names the process
     */
    public Session(Database database, String me, Road road) {
        this.database = database;
        this.me = me;
        this.road = road;
        this.opened = database.store();
    }

    @Override
    public Optional<Tenure> take() {
        road.out();
        opened = database.store();
        Store.Lease lease = opened.lease;
        Instant now = database.now();
        if (!lease.until().isBefore(now) && !lease.holder().equals(me)) {
            return Optional.empty();
        }
        opened.lease = new Store.Lease(me, lease.term() + 1, lease.position(), lease.epoch(),
                lease.home(), now.plus(LEASE));
        road.back();
        return Optional.of(new Tenure(lease.term() + 1, lease.position(), lease.epoch(),
                lease.home(), database.home(), now));
    }

    @Override
    public Instant append(Append batch) {
        store();
        road.beforeCommit();
        Store store = store();
        Store.Lease lease = store.lease;
        if (lease.term() != batch.under().term() || lease.position() != batch.first() - 1) {
            throw new LostLease("the lease has moved on", null);
        }
        for (HeadChange change : batch.heads()) {
            HeadRow before = store.heads.get(change.after().mark().stream());
            if ((before == null ? 0 : before.mark().version()) != change.before()) {
                throw new LostLease("a head is another", null);
            }
        }
        Instant now = database.now();
        store.lease = new Store.Lease(me, lease.term(), batch.last(), batch.epoch(),
                batch.under().found(), now.plus(LEASE));
        write(store, batch);
        database.appended(batch);
        road.back();
        return now;
    }

    private static void write(Store store, Append batch) {
        store.events.addAll(batch.events());
        for (LoggedEvent event : batch.events()) {
            store.streams
                    .computeIfAbsent(event.event().stream(), it -> new java.util.ArrayList<>())
                    .add(event);
        }
        store.outgoing.addAll(batch.outgoing());
        batch.heads().forEach(it -> store.heads.put(it.after().mark().stream(), it.after()));
        batch.definitions().forEach(it -> store.definitions.putIfAbsent(it.hash(), it.body()));
        batch.rollouts().forEach(it -> store.rollouts.merge(it.id(), it, Rows::joined));
        batch.offsets().forEach(it -> store.offsets.put(it.topic() + "/" + it.partition(), it));
        batch.answers()
                .forEach(it -> store.commands.computeIfPresent(it.command(),
                        (id, asked) -> new Store.Asked(asked.command(), it.text())));
    }

    @Override
    public void release(Tenure tenure) {
        Store store = store();
        if (store.lease.term() == tenure.term()) {
            store.lease = new Store.Lease(store.lease.holder(), store.lease.term(),
                    store.lease.position(), store.lease.epoch(), store.lease.home(),
                    database.now());
        }
    }

    @Override
    public List<HeadRow> heads(Collection<String> streams) {
        Store store = store();
        return streams.stream().map(store.heads::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<HeadRow> waitingHeads() {
        return store().heads.values()
                .stream()
                .filter(row -> !row.nextDue().equals(HeadRow.NEVER))
                .toList();
    }

    @Override
    public List<String> targetStreams() {
        return List.copyOf(store().heads.keySet());
    }

    @Override
    public StreamMark mark(String stream) {
        List<LoggedEvent> events = store().stream(stream);
        return events.isEmpty()
                ? StreamMark.start(stream)
                : StreamMark.start(stream).after(events.getLast());
    }

    @Override
    public List<LoggedEvent> events(String stream, long after, int limit) {
        List<LoggedEvent> events = store().stream(stream);
        int from = (int) Math.min(after, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    @Override
    public List<LoggedEvent> eventsOf(String stream, Collection<String> types) {
        return store().stream(stream)
                .stream()
                .filter(event -> types.contains(event.event().type()))
                .toList();
    }

    @Override
    public List<ReadOffset> offsets() {
        return List.copyOf(store().offsets.values());
    }

    @Override
    public List<AskedCommand> unanswered(int limit) {
        Store store = store();
        if (store.commands.isEmpty()) {
            return List.of();
        }
        return store.commands.values()
                .stream()
                .filter(asked -> asked.answer().isEmpty())
                .map(Store.Asked::command)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<String> definition(String hash) {
        return store().definition(hash);
    }

    @Override
    public void close() {
        // The next statement connects again.
    }

    /** A restore cuts all connections. */
    private Store store() {
        road.out();
        if (opened != database.store()) {
            throw new LostLease("the connection is gone", null);
        }
        return opened;
    }
}
