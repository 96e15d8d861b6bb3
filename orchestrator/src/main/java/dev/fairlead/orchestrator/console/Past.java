package dev.fairlead.orchestrator.console;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.api.NotKnown;
import dev.fairlead.orchestrator.api.TargetView;
import dev.fairlead.orchestrator.api.TargetViews;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.StreamMark;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** How a target once stood, folded from its events alone. */
final class Past {

    /** Events that are folded for one look; later moments are told to be too far. */
    static final int MOST = 50_000;

    private static final int PAGE = 500;

    private Past() {}

    /**
     * @param version
     *            of the last event that counts
     */
    static TargetView of(LogReader log, TargetKey target, long version) {
        if (version > MOST) {
            throw new Asked.WrongView("Expected at as one of the first " + MOST
                    + " events of the target, but got " + version);
        }
        TargetState state = TargetState.unknown(target);
        List<LoggedEvent> folded = new ArrayList<>();
        while (state.version() < version) {
            List<LoggedEvent> page = log.events(target.stream(), state.version(),
                    (int) Math.min(PAGE, version - state.version()));
            if (page.isEmpty()) {
                throw new Asked.WrongView("Expected at as the version of one of the "
                        + state.version() + " events, but got " + version);
            }
            for (LoggedEvent event : page) {
                state = RolloutEvolution.evolve(state, log.fact(event));
            }
            folded.addAll(page);
        }
        if (folded.isEmpty()) {
            throw new NotKnown(target);
        }
        LoggedEvent last = folded.getLast();
        var mark = new StreamMark(target.stream(), last.event().version(), last.hash(),
                last.event().time());
        return TargetViews.then(new TargetHead(mark, state), folded);
    }
}
