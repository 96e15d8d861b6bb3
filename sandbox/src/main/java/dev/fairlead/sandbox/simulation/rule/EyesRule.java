package dev.fairlead.sandbox.simulation.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.Report;
import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.rollout.state.TargetState;
import dev.fairlead.sandbox.simulation.topic.Said;
import dev.fairlead.sandbox.simulation.topic.Topic;

/**
 * What the orchestrator had read when it decided: a deadline that moves traffic or ends a rollout
 * comes behind a watcher's clear heartbeat, and behind the reports, that were said when it fell
 * due; and no awaited report is passed over.
 */
public final class EyesRule {

    private static final String EYES = "deadlines need open eyes";
    private static final String HEARD = "nothing that was heard is passed over";
    /** The kinds of deadlines that need them; an own list, since the engine's may be wrong. */
    private static final Set<String> NEED_EYES = Set.of("READINESS", "GATE_TIMEOUT");

    private final Map<String, Watched> topics = new HashMap<>();
    private final Supplier<Instant> clock;
    private final boolean clockJumps;

    /**
     * @param clock
     *            the database's
     * @param clockJumps
     *            whether it may jump; no moment can be told from another then
     */
    public EyesRule(Supplier<Instant> clock, boolean clockJumps) {
        this.clock = clock;
        this.clockJumps = clockJumps;
    }

    /** Looks at a topic that orchestrators read, from its beginning. */
    public void watch(Topic<Said> topic, boolean observations) {
        topics.put(topic.name(), new Watched(topic, observations));
    }

    /** Before the facts of a batch are taken. */
    void before(Append batch, java.util.function.Function<Report, TargetState> states) {
        Set<String> changed = new java.util.HashSet<>();
        batch.events().forEach(it -> changed.add(it.event().stream()));
        for (ReadOffset offset : batch.offsets()) {
            Watched watched = topics.get(offset.topic());
            if (watched != null) {
                watched.read(offset, states, changed);
            }
        }
        for (LoggedEvent event : batch.events()) {
            eyes(event);
        }
    }

    private void eyes(LoggedEvent event) {
        String cause = event.event().ids().causation();
        int at = cause.indexOf('@');
        boolean needed = cause.startsWith("timer/")
                && NEED_EYES.contains(cause.substring("timer/".length(), at));
        if (needed && !clockJumps) {
            Instant due = Instant.parse(cause.substring(at + 1));
            topics.values()
                    .forEach(topic -> Violation.unless(topic.hasSeen(due), EYES,
                            () -> event.id() + " by " + cause + " had read "
                                    + topic.topic.name() + " to " + topic.next));
        }
    }

    /** Whether an answer is the one that a state waits for, so that something must follow. */
    private static boolean isAwaited(TargetState state, Report report) {
        boolean newest = state.pending().what().equals(report.order().type())
                && report.order().fence().version() >= state.pending().version()
                && report.order().life().equals(state.life());
        return newest && switch (report) {
            case ChangeApplied _,ChangeRefused _ -> awaitsChange(state);
            case AnalysisScored it -> it.analysis().equals(state.attempt().analysis());
            case HooksAnswered it -> switch (state.step()) {
                case PRE_ROLLOUT -> it.kind().wireName().equals("pre-rollout");
                case ROLLOUT_HOOKS -> it.kind().wireName().equals("rollout");
                default -> false; // the others await no hooks
            };
            default -> false; // talk, and what the timers answer
        };
    }

    private static boolean awaitsChange(TargetState state) {
        return switch (state.step()) {
            case PREPARING_PRIMARY, PREPARING_TRAFFIC, STANDING_DOWN, RESTARTING, SCALING_UP,
                    SHIFTING, COPYING, ROUTING_BACK, ESCAPING, SCALING_DOWN, RETREATING,
                    GIVING_UP -> true;
            default -> false; // the others await no change
        };
    }

    /** One topic: when each record was said, and how far it was read. */
    private final class Watched {

        private final Topic<Said> topic;
        private final boolean observations;
        private final List<Instant> saidAt = new ArrayList<>();
        private final List<Long> clearBeats = new ArrayList<>();
        private String id = "";
        private long next;
        private Instant since = Instant.MIN;

        Watched(Topic<Said> topic, boolean observations) {
            this.topic = topic;
            this.observations = observations;
            topic.tell(this::said);
        }

        private void said() {
            if (!id.equals(topic.id())) {
                id = topic.id();
                since = clock.get();
                saidAt.clear();
                clearBeats.clear();
                next = 0;
            }
            while (saidAt.size() < topic.end()) {
                long offset = saidAt.size();
                saidAt.add(clock.get());
                if (observations && topic.at(offset).at(topic, offset) instanceof Heard.Beat beat
                        && beat.heartbeat().blind().isEmpty()) {
                    clearBeats.add(offset);
                }
            }
        }

        void read(ReadOffset offset, java.util.function.Function<Report, TargetState> states,
                Set<String> changed) {
            if (!offset.topicId().equals(id)) {
                return;
            }
            for (long at = Math.max(next, topic.first()); at < offset.next(); at++) {
                if (!observations && topic.at(at).at(topic, at) instanceof Heard.Reported it) {
                    passed(it.report(), states.apply(it.report()), changed);
                }
            }
            next = offset.next();
        }

        private static void passed(Report report, TargetState state, Set<String> changed) {
            Violation.unless(
                    !isAwaited(state, report) || changed.contains(state.target().stream()), HEARD,
                    () -> state.target() + " awaits " + state.pending() + " at " + state.step()
                            + ", but nothing follows from " + report.order().id());
        }

        boolean hasSeen(Instant due) {
            if (since.isAfter(due)) {
                return true; // it was made anew since
            }
            int end = 0;
            for (int high = saidAt.size(); end < high;) {
                int middle = (end + high) >>> 1;
                if (saidAt.get(middle).isAfter(due)) {
                    high = middle;
                } else {
                    end = middle + 1;
                }
            }
            if (!observations) {
                return next >= end;
            }
            int said = end;
            return clearBeats.stream().anyMatch(beat -> beat >= said && beat < next);
        }
    }
}
