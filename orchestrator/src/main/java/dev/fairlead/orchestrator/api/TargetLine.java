package dev.fairlead.orchestrator.api;

import java.time.Instant;
import java.util.Locale;

import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/**
 * A target in a list; the fields as in {@link TargetView}.
 *
 * @param stage
 *            the kind of state
 * @param step
 *            where exactly it stands
 * @param since
 *            when it came there
 * @param weight
 *            percent to the canary, as ordered
 */
public record TargetLine(String target, long version, String stage, String step, Instant since,
        String phase, int weight, int failedChecks, String life, String rollout, boolean paused,
        String why) {

    static TargetLine of(HeadRow row, TargetState state) {
        var standing = state.standing();
        return new TargetLine(row.target().toString(), row.mark().version(),
                state.stage().name().toLowerCase(Locale.ROOT), state.step().wireName(),
                state.since(), standing.shown().phase(), standing.route().canary().percent(),
                standing.shown().failedChecks(), row.search().life(), row.search().rollout(),
                state.attempt().paused(), state.why());
    }
}
