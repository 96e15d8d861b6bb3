package dev.fairlead.orchestrator.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.fairlead.events.definition.Problem;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/**
 * A target as it is shown.
 *
 * @param version
 *            of its stream
 * @param stage
 *            the kind of state
 * @param step
 *            where exactly it stands
 * @param since
 *            when it came there
 * @param phase
 *            as in {@code status.phase}
 * @param weight
 *            percent to the canary, as ordered
 * @param rollout
 *            empty outside of one
 * @param promoted
 *            fingerprint of what the primary carries
 * @param wanted
 *            fingerprint of what the target asks for
 * @param problems
 *            of the newest Canary; empty when it is valid
 * @param awaited
 *            the order whose report is awaited; empty for none
 * @param paused
 *            whether a person holds the rollout
 * @param gates
 *            that are waited for or watched, by their names in the Canary
 * @param why
 *            one sentence: what is awaited, since when, and what happens next
 */
public record TargetView(String target, String life, long version, String stage, String step,
        Instant since, String phase, int weight, int failedChecks, String rollout, String promoted,
        String wanted, List<Problem> problems, String awaited, List<Deadline> deadlines,
        boolean paused, List<String> gates, String why) {

    /**
     * @param trouble
     *            of the engine or the cluster, put before the rules' own sentence; may be empty
     */
    static TargetView of(TargetHead head, String trouble) {
        TargetState state = head.state();
        var standing = state.standing();
        String why = trouble.isEmpty() ? state.why() : trouble + " " + state.why();
        return new TargetView(state.target().toString(), state.life().uid(), state.version(),
                state.stage().name().toLowerCase(Locale.ROOT),
                state.step().wireName(), state.since(),
                standing.shown().phase(), standing.route().canary().percent(),
                standing.shown().failedChecks(), state.rollout().text(),
                state.revisions().promoted().template().text(),
                state.revisions().wanted().template().text(), standing.contract().problems(),
                state.pending().what(), state.deadlines(), state.attempt().paused(),
                state.gates()
                        .stream()
                        .filter(gate -> !gate.open())
                        .map(gate -> gate.type().wireName())
                        .sorted()
                        .toList(),
                why);
    }
}
