package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.fairlead.events.RolloutId;
import dev.fairlead.events.fact.RevertOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.fact.TerminationStarted;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Folds facts into one row per rollout; the whole log gives the whole table. */
public final class RolloutRows {

    private final Map<String, RolloutRow> rows = new LinkedHashMap<>();

    /** Takes a fact into account, with the state after it. */
    public void add(TargetState after, RolloutFact fact, long position) {
        if (fact.rollout().equals(RolloutId.NONE)) {
            return;
        }
        String id = fact.rollout().text();
        RolloutRow before = rows.get(id);
        Instant started = before == null ? fact.at() : before.started();
        String revision = before == null ? revision(after, fact) : before.revision();
        rows.put(id, new RolloutRow(id, after.target().stream(), fact.life().uid(), revision,
                phase(after, fact), started, fact.at(), ends(fact) ? fact.at() : HeadRow.NEVER,
                position));
    }

    /** The rows that changed; started and revision count only for those that began here. */
    public List<RolloutRow> rows() {
        return List.copyOf(rows.values());
    }

    private static String revision(TargetState after, RolloutFact fact) {
        return fact instanceof RolloutStarted start
                ? start.revision().template().text()
                : after.attempt().revision().template().text();
    }

    private static boolean ends(RolloutFact fact) {
        return fact instanceof RolloutSucceeded || fact instanceof RolloutFailed
                || fact instanceof RolloutWithdrawn || fact instanceof RolloutSuperseded
                || isCutOff(fact);
    }

    /** Its Canary goes. */
    private static boolean isCutOff(RolloutFact fact) {
        return fact instanceof TargetRemoved || fact instanceof TerminationStarted
                || fact instanceof RevertOrdered;
    }

    private static String phase(TargetState after, RolloutFact fact) {
        if (fact instanceof RolloutSucceeded) {
            return "succeeded";
        }
        if (fact instanceof RolloutFailed) {
            return "failed";
        }
        if (fact instanceof RolloutWithdrawn || isCutOff(fact)) {
            return "withdrawn";
        }
        return fact instanceof RolloutSuperseded
                ? "superseded"
                : after.stage().name().toLowerCase(Locale.ROOT);
    }
}
