package dev.fairlead.orchestrator.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.proof.HashedEvent.Ids;
import dev.fairlead.events.wire.Word;
import dev.fairlead.orchestrator.eventlog.Answer;
import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.Definitions;
import dev.fairlead.orchestrator.eventlog.HeadChange;
import dev.fairlead.orchestrator.eventlog.HeadCodec;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.NewEvent;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.eventlog.RolloutRows;
import dev.fairlead.orchestrator.eventlog.StreamMark;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.eventlog.Tenure;
import dev.fairlead.orchestrator.rollout.Command;
import dev.fairlead.orchestrator.rollout.Orders;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What one transaction will append. Nothing of it is true before it is committed. */
final class Batch {

    private final long first;
    private long epoch;
    private final LogJson json;
    private final OutgoingWords words;
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final Map<TargetKey, TargetHead> heads = new LinkedHashMap<>();
    private final Map<TargetKey, Long> before = new LinkedHashMap<>();
    private final Map<String, StreamMark> marks = new LinkedHashMap<>();
    private final RolloutRows rollouts = new RolloutRows();
    private final List<Answer> answers = new ArrayList<>();

    /**
     * @param first
     *            the position of the first event
     */
    Batch(long first, long epoch, LogJson json, OutgoingWords words) {
        this.first = first;
        this.epoch = epoch;
        this.json = json;
        this.words = words;
    }

    long epoch() {
        return epoch;
    }

    /** What is added from here on belongs to another epoch. */
    void begin(long newEpoch) {
        epoch = newEpoch;
    }

    /** The target's head as this batch leaves it. */
    TargetHead head(TargetHead stored) {
        return heads.getOrDefault(stored.state().target(), stored);
    }

    /**
     * Adds a decision; its first event. When it fails, nothing of it is in the batch.
     *
     * @param stored
     *            the head before the batch
     */
    LoggedEvent add(TargetHead stored, Command command, List<RolloutFact> facts, Cause cause) {
        TargetHead head = head(stored);
        List<LoggedEvent> decided = new ArrayList<>();
        List<Outgoing> ordered = new ArrayList<>();
        List<TargetState> states = new ArrayList<>();
        StreamMark mark = head.mark();
        TargetState state = head.state();
        for (RolloutFact fact : facts) {
            Word body = decided.isEmpty() ? json.body(fact, command) : json.body(fact);
            var ids = new Ids(fact.life().uid(), fact.rollout().text(), cause.id(),
                    OutgoingWords.trace(state.target(), fact), cause.actor());
            LoggedEvent event = mark.seal(first + events.size() + decided.size(), epoch,
                    new NewEvent(body.type(), body.schema(), ids, fact.at(), body.body()));
            state = RolloutEvolution.evolve(state, fact);
            List<Order> orders = Orders.following(state, fact, epoch);
            ordered.addAll(words.of(event, state.target(), fact, orders));
            mark = mark.after(event);
            decided.add(event);
            states.add(state);
        }
        TargetHead after = new TargetHead(mark, state);
        keep(stored, after, decided, ordered);
        for (int i = 0; i < facts.size(); i++) {
            rollouts.add(states.get(i), facts.get(i), decided.get(i).position());
        }
        return decided.getFirst();
    }

    /** Adds a fact to a stream that no target owns; its position. */
    long add(StreamMark stored, EngineFact fact, String cause) {
        return append(stored, fact, cause).position();
    }

    /** The same; its event. */
    LoggedEvent append(StreamMark stored, EngineFact fact, String cause) {
        StreamMark mark = marks.getOrDefault(stored.stream(), stored);
        Word body = json.body(fact);
        LoggedEvent event = mark.seal(first + events.size(), epoch, new NewEvent(body.type(),
                body.schema(), new Ids("", "", cause, "", ""), fact.at(), body.body()));
        events.add(event);
        marks.put(stored.stream(), mark.after(event));
        return event;
    }

    /** Gives up a record, under the event that says so. */
    void dead(long position, Heard.Letter letter, String reason) {
        outgoing.add(words.dead(position, 1, letter, reason));
    }

    void answer(Answer answer) {
        answers.add(answer);
    }

    boolean isEmpty() {
        return events.isEmpty() && answers.isEmpty();
    }

    Append append(Tenure tenure, HeadCodec codec, Definitions definitions,
            List<ReadOffset> offsets) {
        // First the heads: what they refer to must be among the definitions.
        List<HeadChange> changes = heads.values()
                .stream()
                .map(head -> new HeadChange(before.getOrDefault(head.state().target(), 0L),
                        codec.encode(head)))
                .toList();
        return new Append(tenure, first, epoch, events, outgoing, changes,
                definitions.unsaved(), rollouts.rows(), offsets, answers);
    }

    List<TargetHead> heads() {
        return List.copyOf(heads.values());
    }

    List<StreamMark> marks() {
        return List.copyOf(marks.values());
    }

    private void keep(TargetHead stored, TargetHead after, List<LoggedEvent> decided,
            List<Outgoing> ordered) {
        events.addAll(decided);
        outgoing.addAll(ordered);
        before.putIfAbsent(after.state().target(), stored.mark().version());
        heads.put(after.state().target(), after);
    }

    /**
     * What led to a decision.
     *
     * @param actor
     *            a person's number, empty for machines
     */
    record Cause(String id, String actor) {}
}
