package dev.fairlead.orchestrator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.rollout.rules.StepPlan;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/**
 * A target as it is shown.
 *
 * @param target
 *            as {@code cluster/namespace/name}
 * @param life
 *            the Canary's UID
 * @param version
 *            of its stream
 * @param stage
 *            the kind of state
 * @param step
 *            where exactly it stands
 * @param since
 *            when it came there
 * @param phase
 *            as in {@code status.phase}; empty before the first
 * @param weight
 *            percent to the canary, as ordered
 * @param failedChecks
 *            of the current or last rollout
 * @param rollout
 *            empty outside of one
 * @param revisions
 *            what runs and what is wanted
 * @param plan
 *            how a revision is tried
 * @param verdict
 *            of the newest analysis; outcome {@code none} before the first
 * @param last
 *            how the last rollout ended; outcome {@code none} before the first
 * @param problems
 *            of the newest Canary; empty when it is valid
 * @param awaited
 *            the order whose report is awaited; empty for none
 * @param deadlines
 *            what happens by itself and when, the next one first
 * @param trouble
 *            of the engine or the cluster, else the newest warning that still holds; may be empty
 * @param paused
 *            whether a person holds the rollout
 * @param gates
 *            that are waited for or watched, by their names in the Canary
 * @param why
 *            one sentence: what is awaited, since when, with numbers, and what happens next
 */
public record TargetView(String target, String life, long version, String stage, String step,
        Instant since, String phase, int weight, int failedChecks, String rollout,
        Revisions revisions, Plan plan, VerdictView verdict, Ending last, List<Problem> problems,
        String awaited, List<Next> deadlines, String trouble, boolean paused, List<String> gates,
        String why) {

    static TargetView of(TargetHead head, Background background) {
        TargetState state = head.state();
        var standing = state.standing();
        return new TargetView(state.target().toString(), state.life().uid(), state.version(),
                lower(state.stage()), state.step().wireName(), state.since(),
                standing.shown().phase(),
                standing.route().canary().percent(), standing.shown().failedChecks(),
                state.rollout().text(), Revisions.of(state), Plan.of(state),
                background.verdict(), background.ending(),
                standing.contract().problems(), state.pending().what(), Next.of(state),
                background.trouble().isEmpty()
                        ? standing.shown().trouble()
                        : background.trouble(),
                state.attempt().paused(), gates(state), WhySentence.of(state, background));
    }

    private static List<String> gates(TargetState state) {
        return state.gates()
                .stream()
                .filter(gate -> !gate.open())
                .map(gate -> gate.type().wireName())
                .sorted()
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Fingerprints and images.
     *
     * @param promoted
     *            what the primary carries
     * @param wanted
     *            what the target asks for
     */
    public record Revisions(Revision promoted, Revision wanted) {

        static Revisions of(TargetState state) {
            return new Revisions(Revision.of(state.revisions().promoted()),
                    Revision.of(state.revisions().wanted()));
        }
    }

    /** A revision by its fingerprint, and the images in it. */
    public record Revision(String fingerprint, List<String> images) {

        static Revision of(dev.fairlead.events.Revision revision) {
            return new Revision(revision.template().text(), revision.images());
        }
    }

    /**
     * How a revision is tried.
     *
     * @param strategy
     *            by weights, all at once, or by header
     * @param interval
     *            between two analyses
     * @param threshold
     *            failed checks that end the rollout
     * @param iterations
     *            analyses without weights; 0 by weights
     * @param weights
     *            in order; empty without weights
     */
    public record Plan(String strategy, Duration interval, int threshold, int iterations,
            List<Integer> weights) {

        static Plan of(TargetState state) {
            Analysis analysis = state.definition().analysis();
            boolean byWeights = analysis.strategy() == Analysis.Strategy.CANARY
                    && !state.definition().equals(Definition.NONE);
            return new Plan(lower(analysis.strategy()), analysis.interval(), analysis.threshold(),
                    analysis.iterations(), byWeights
                            ? StepPlan.all(analysis.steps()).stream().map(Weight::percent).toList()
                            : List.of());
        }
    }

    /**
     * What happens by itself.
     *
     * @param kind
     *            what
     * @param due
     *            when
     */
    public record Next(String kind, Instant due) {

        static List<Next> of(TargetState state) {
            return state.deadlines()
                    .stream()
                    .map(it -> new Next(lower(it.kind()), it.due()))
                    .sorted(Comparator.comparing(Next::due))
                    .toList();
        }
    }

    /**
     * How a rollout ended.
     *
     * @param rollout
     *            its name
     * @param outcome
     *            succeeded, failed, withdrawn, superseded, or none
     * @param reason
     *            why it failed or was superseded; empty otherwise
     * @param at
     *            when
     */
    public record Ending(String rollout, String outcome, String reason, Instant at) {

        /** No rollout has ended yet. */
        static final Ending NONE = new Ending("", "none", "", Instant.EPOCH);
    }
}
