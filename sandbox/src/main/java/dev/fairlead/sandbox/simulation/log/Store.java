package dev.fairlead.sandbox.simulation.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.eventlog.RolloutRow;
import dev.fairlead.orchestrator.eventlog.Tenure;

/** The tables of the log. Nothing is checked here; that is the session's to do. */
public final class Store {

    /** One of people's commands. */
    public record Asked(AskedCommand command, String answer) {}

    /** The one row of the lease. */
    public record Lease(String holder, long term, long position, long epoch, Tenure.Home home,
            Instant until) {}

    final List<LoggedEvent> events = new ArrayList<>();
    final Map<String, List<LoggedEvent>> streams = new HashMap<>();
    final Map<String, HeadRow> heads = new TreeMap<>();
    final Map<String, String> definitions = new HashMap<>();
    final Map<String, ReadOffset> offsets = new TreeMap<>();
    final Map<String, RolloutRow> rollouts = new LinkedHashMap<>();
    final List<Outgoing> outgoing = new ArrayList<>();
    final Map<String, Asked> commands = new LinkedHashMap<>();
    Lease lease = new Lease("", 0, 0, 0, new Tenure.Home("", ""), Instant.EPOCH);
    long cursor;
    long cursorTerm;

    /** A backup. */
    Store copy() {
        Store copy = new Store();
        copy.events.addAll(events);
        streams.forEach((name, stream) -> copy.streams.put(name, new ArrayList<>(stream)));
        copy.heads.putAll(heads);
        copy.definitions.putAll(definitions);
        copy.offsets.putAll(offsets);
        copy.rollouts.putAll(rollouts);
        copy.outgoing.addAll(outgoing);
        copy.commands.putAll(commands);
        copy.lease = lease;
        copy.cursor = cursor;
        copy.cursorTerm = cursorTerm;
        return copy;
    }

    /** The events of a stream, from version 1. */
    public List<LoggedEvent> stream(String name) {
        return streams.getOrDefault(name, List.of());
    }

    /** What is to be published of the events behind a position, in order. */
    public List<Outgoing> outgoingAfter(long position) {
        int low = 0;
        for (int high = outgoing.size(); low < high;) {
            int middle = (low + high) >>> 1;
            if (outgoing.get(middle).position() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return outgoing.subList(low, outgoing.size());
    }

    /** All events, from position 1. */
    public List<LoggedEvent> events() {
        return events;
    }

    /** The heads by stream. */
    public Map<String, HeadRow> heads() {
        return heads;
    }

    /** The rows of rollouts by id. */
    public Map<String, RolloutRow> rollouts() {
        return rollouts;
    }

    /** People's commands by id. */
    public Map<String, Asked> commands() {
        return commands;
    }

    /** A definition by its hash; empty when there is none. */
    public java.util.Optional<String> definition(String hash) {
        return java.util.Optional.ofNullable(definitions.get(hash));
    }
}
