package dev.fairlead.sandbox.simulation.rule;

import java.util.HashMap;
import java.util.Map;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.Definitions;
import dev.fairlead.orchestrator.eventlog.HeadCodec;
import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.sandbox.simulation.log.Database;
import dev.fairlead.sandbox.simulation.log.Store;

/** The log, event by event as it is appended, read back from the bytes that were stored. */
public final class LogRules implements Database.Witness {

    private static final String TARGETS = "target/";

    private final Map<String, StreamRule> streams = new HashMap<>();
    private final Map<TargetKey, TargetHistory> targets = new HashMap<>();
    private LogJson json = new LogJson(new Definitions(hash -> java.util.Optional.empty()));
    private Store read = new Store();
    private final CommandRules commands = new CommandRules();
    private final SentRule sent = new SentRule();
    private final EyesRule eyes;
    private long position;
    private long term;
    private long ended;

    public LogRules(EyesRule eyes) {
        this.eyes = eyes;
    }

    @Override
    public void appended(Store store, Append batch) {
        if (store != read) {
            read = store;
            json = new LogJson(new Definitions(store::definition));
        }
        Violation.unless(batch.under().term() >= term, "terms never fall",
                () -> "term " + batch.under().term() + " after " + term);
        term = batch.under().term();
        SecretRule.appended(batch);
        eyes.before(batch, report -> history(report.order().target()).state());
        for (LoggedEvent event : batch.events()) {
            Violation.unless(event.position() == position + 1, "positions are dense",
                    () -> "expected position " + (position + 1) + ", but got " + event.position());
            position = event.position();
            streams.computeIfAbsent(event.event().stream(), it -> new StreamRule()).next(event);
            if (event.event().stream().startsWith(TARGETS)) {
                next(store, event);
            } else {
                engine(json.engineFact(event));
            }
        }
        commands.appended(batch, json);
        batch.heads().forEach(head -> history(head.after().target()).atEndOfBatch());
    }

    @Override
    public void sent(Outgoing record) {
        sent.sent(record);
    }

    @Override
    public void saved(Store store, long cursor) {
        sent.saved(store, cursor);
    }

    @Override
    public void restored(Store store) {
        streams.clear();
        commands.restored(store);
        sent.restored();
        position = 0;
        term = 0;
        targets.values().forEach(TargetHistory::restored);
        read = store;
        json = new LogJson(new Definitions(store::definition));
        for (LoggedEvent event : store.events()) {
            position = event.position();
            streams.computeIfAbsent(event.event().stream(), it -> new StreamRule()).next(event);
            if (event.event().stream().startsWith(TARGETS)) {
                history(event).next(event, json.fact(event));
            }
        }
    }

    /** What is known of a target from its facts. */
    public TargetHistory history(TargetKey target) {
        return targets.computeIfAbsent(target, TargetHistory::new);
    }

    public Map<TargetKey, TargetHistory> histories() {
        return targets;
    }

    /** Rollouts that have ended. */
    public long ended() {
        return ended;
    }

    /**
     * Compares a target's head with its folded stream.
     *
     * @throws Violation
     *             when they differ
     */
    public void compareHead(Store store, TargetKey target) {
        HeadRow row = store.heads().get(target.stream());
        if (row == null) {
            return;
        }
        var folded = new HeadCodec(json)
                .encode(new TargetHead(row.mark(), history(target).state()));
        Violation.unless(folded.state().equals(row.state())
                && folded.nextDue().equals(row.nextDue())
                && folded.search().equals(row.search()), "folding gives the head",
                () -> target + " folds to " + folded.state() + ", but the head is " + row.state());
    }

    private void next(Store store, LoggedEvent event) {
        RolloutFact fact = json.fact(event);
        TargetHistory history = history(event);
        history.next(event, fact);
        boolean ends = fact instanceof RolloutSucceeded || fact instanceof RolloutFailed
                || fact instanceof RolloutWithdrawn || fact instanceof RolloutSuperseded;
        if (ends) {
            ended++;
        }
        if (fact instanceof RolloutStarted it) {
            Violation.unless(it.number() > 0, "rollouts are numbered", event::id);
        }
        HeadRow head = store.heads().get(event.event().stream());
        if (ends && head != null && head.mark().version() == event.event().version()) {
            compareHead(store, head.target());
        }
    }

    /** A halt is a mistake of ours. */
    private static void engine(EngineFact fact) {
        Violation.unless(!(fact instanceof EngineFact.TargetHalted), "no target is halted",
                fact::toString);
    }

    private TargetHistory history(LoggedEvent event) {
        return history(TargetKey.parse(event.event().stream().substring(TARGETS.length())));
    }
}
