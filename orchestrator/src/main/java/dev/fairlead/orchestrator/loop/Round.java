package dev.fairlead.orchestrator.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.Fence;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.rollout.Command;
import dev.fairlead.orchestrator.rollout.Decision;
import dev.fairlead.orchestrator.rollout.Rejection;
import dev.fairlead.orchestrator.rollout.RolloutDecider;

/**
 * Decides the inputs of one batch, target by target. A mistake of ours stops the target it
 * concerns and leaves its record among the dead letters; the neighbours go on.
 */
final class Round {

    /** The longest reason that is kept, in characters. */
    static final int REASON = 512;

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Batch batch;
    private final EngineStreams streams;
    private final Instant now;
    private final Map<TargetKey, TargetHead> heads = new HashMap<>();
    private final Set<TargetKey> stopped = new HashSet<>();
    private final Set<TargetKey> unknownFences = new HashSet<>();
    private final List<EngineFact> engineFacts = new ArrayList<>();
    private int decisions;

    Round(Batch batch, EngineStreams streams, Instant now) {
        this.batch = batch;
        this.streams = streams;
        this.now = now;
        this.stopped.addAll(streams.halted());
    }

    /** The moment of all decisions of this round, by the log's clock. */
    Instant now() {
        return now;
    }

    /** The head of a target before the batch. */
    void know(TargetHead head) {
        heads.put(head.state().target(), head);
    }

    boolean isStopped(TargetKey target) {
        return stopped.contains(target);
    }

    void decide(Input input) {
        if (stopped.contains(input.target())) {
            refuse(input, "TargetStopped",
                    "The target is stopped by an error of the engine; retry takes it up");
            return;
        }
        try {
            judge(input);
        } catch (RuntimeException e) {
            LOG.error("decision failed, target halted target={} cause={}", input.target(),
                    input.cause(), e);
            stop(input, e.toString());
        }
    }

    /** Stops the target of an input that cannot be decided, and gives up its record. */
    void stop(Input input, String reason) {
        long position = halt(input.target(), reason, input.cause());
        if (input instanceof Input.FromTopic(_, _, _, Heard.Letter letter)) {
            batch.dead(position, letter, shortened(reason));
        }
        refuse(input, "NotDecided", "The engine failed to decide: " + shortened(reason));
    }

    /** Stops a target; the position of the event that says so. */
    long halt(TargetKey target, String reason, String cause) {
        stopped.add(target);
        return add(new EngineFact.TargetHalted(target, shortened(reason), cause, now), cause);
    }

    /** Takes up a stopped target; what it missed must be said again. */
    void release(TargetKey target, AskedCommand asked) {
        stopped.remove(target);
        String cause = "command/" + asked.id();
        var released = new EngineFact.TargetReleased(target, now);
        engineFacts.add(released);
        LoggedEvent event = batch.append(streams.mark(released.stream()), released, cause);
        batch.answer(Answers.accepted(asked, List.of(event), 1));
    }

    void park(Heard.Strange strange) {
        Heard.Letter letter = strange.letter();
        String reason = shortened(strange.reason());
        LOG.warn("record parked place={} key={} reason=\"{}\"", letter.place(), letter.key(),
                reason);
        long position = add(new EngineFact.RecordParked(letter.place(), reason, now),
                letter.place());
        batch.dead(position, letter, reason);
    }

    long add(EngineFact fact, String cause) {
        engineFacts.add(fact);
        return batch.add(streams.mark(fact.stream()), fact, cause);
    }

    List<EngineFact> engineFacts() {
        return engineFacts;
    }

    int decisions() {
        return decisions;
    }

    /** Targets whose objects show a past that the log does not have. */
    Set<TargetKey> unknownFences() {
        return unknownFences;
    }

    Batch batch() {
        return batch;
    }

    private void judge(Input input) {
        TargetHead stored = heads.getOrDefault(input.target(),
                TargetHead.unknown(input.target()));
        TargetHead head = batch.head(stored);
        Instant at = now.isBefore(head.mark().time()) ? head.mark().time() : now;
        Command command = input.command().at(at);
        if (command instanceof Command.RecordObservation(var observation, _)) {
            meetFence(Freshness.fence(observation), head, input.cause());
        }
        decisions++;
        switch (RolloutDecider.decide(head.state(), command)) {
            case Decision.Accepted(var facts) -> {
                accept(input, append(input, stored, command, facts), facts.size());
            }
            case Decision.Rejected(var reason, var facts) -> refuse(input, reason,
                    append(input, stored, command, facts));
        }
    }

    /** A fence that the log never gave comes from a past that was lost: ours must win over it. */
    private void meetFence(Fence fence, TargetHead head, String cause) {
        boolean known = fence.epoch() < batch.epoch()
                || fence.epoch() == batch.epoch() && fence.version() <= head.mark().version();
        if (!known) {
            long next = fence.epoch() + 1;
            String reason = "an object of " + head.state().target() + " shows the fence " + fence
                    + ", which the log does not have";
            LOG.warn("new epoch epoch={} reason=\"{}\"", next, reason);
            batch.begin(next);
            add(new EngineFact.EpochBegun(next, "", reason, now), cause);
            unknownFences.add(head.state().target());
        }
    }

    /** The first event; none when nothing follows. */
    private List<LoggedEvent> append(Input input, TargetHead stored, Command command,
            List<RolloutFact> facts) {
        return facts.isEmpty()
                ? List.of()
                : List.of(batch.add(stored, command, facts,
                        new Batch.Cause(input.cause(), actor(input))));
    }

    private void accept(Input input, List<LoggedEvent> first, int facts) {
        if (input instanceof Input.FromPerson person) {
            batch.answer(Answers.accepted(person.asked(), first, facts));
        }
    }

    private void refuse(Input input, Rejection reason, List<LoggedEvent> kept) {
        if (input instanceof Input.FromPerson person) {
            batch.answer(Answers.refused(person.asked(), reason, kept));
        }
    }

    private void refuse(Input input, String code, String reason) {
        if (input instanceof Input.FromPerson person) {
            batch.answer(Answers.refused(person.asked(), code, reason));
        }
    }

    private static String actor(Input input) {
        return input instanceof Input.FromPerson person ? person.asked().actor() : "";
    }

    private static String shortened(String reason) {
        return reason.length() > REASON ? reason.substring(0, REASON) : reason;
    }
}
