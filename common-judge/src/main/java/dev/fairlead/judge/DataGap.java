package dev.fairlead.judge;

import java.time.Duration;
import java.time.Instant;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.Unanswered;

/**
 * What a metric store has measured nothing of while it was away. After it came back it has no value as long as the
 * window of a query reaches into that time, so no value is then a part of the outage and not the canary's fault.
 */
public final class DataGap {

    /** A store that came back finds its sources again within this time; Prometheus' discovery alone takes 5 s. */
    static final Duration RECOVERY = Duration.ofSeconds(30);
    /** Flagger's window for metrics that name none. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private DataGap() {}

    /**
     * What counts for a check: within its window and {@link #RECOVERY} after its store was last lost, no value is held
     * where a store that cannot be asked is.
     *
     * @param lost
     *            when a store was last found unreachable, EPOCH for never
     * @param at
     *            when the store was asked
     */
    public static Policies policies(Policies policies, MetricCheck check, Instant lost,
            Instant at) {
        boolean explained = at.isBefore(lost.plus(window(check)).plus(RECOVERY));
        if (policies.onSourceError() != Unanswered.HOLD || !explained) {
            return policies;
        }
        return new Policies(Unanswered.HOLD, policies.onSourceError(), policies.gateTimeout(),
                policies.gateDefault());
    }

    private static Duration window(MetricCheck check) {
        return GoDuration.isParsable(check.interval())
                ? GoDuration.parse(check.interval())
                : WINDOW;
    }
}
