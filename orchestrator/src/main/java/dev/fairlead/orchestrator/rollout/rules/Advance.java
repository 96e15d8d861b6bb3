package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Analysis.Strategy;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What is next for a revision that has passed, by its strategy. The counts are the log's. */
public sealed interface Advance {

    /** Iterations where requests cannot be weighed and the Canary names none, as with Flagger. */
    int ITERATIONS_BY_SERVICES = 10;

    /** Requests go another way. */
    record Shift(Weight canary, boolean mirrored) implements Advance {}

    /** Measured once more, while requests stay as they are. */
    record Iterate(int number) implements Advance {}

    /** All has been tried. */
    record Promote() implements Advance {}

    static Advance of(TargetState state) {
        if (isByServices(state.definition())) {
            int done = state.attempt().iterations();
            return done <= iterations(state.definition()) ? new Iterate(done + 1) : new Promote();
        }
        return switch (state.definition().analysis().strategy()) {
            case CANARY -> byWeights(state);
            case BLUE_GREEN -> allAtOnce(state);
            case AB_TESTING -> byHeader(state);
        };
    }

    /** Copies come before the first weight. */
    private static Advance byWeights(TargetState state) {
        Analysis analysis = state.definition().analysis();
        Route route = state.standing().route();
        boolean first = route.canary().equals(Weight.ZERO) && !route.mirrored();
        if (first && analysis.mirror().enabled()) {
            return new Shift(Weight.ZERO, true);
        }
        return route.canary().compareTo(StepPlan.most(analysis.steps())) < 0
                ? new Shift(StepPlan.next(analysis.steps(), route.canary()), false)
                : new Promote();
    }

    /** The canary has its own load at first, then all requests for one more analysis. */
    private static Advance allAtOnce(TargetState state) {
        Analysis analysis = state.definition().analysis();
        Route route = state.standing().route();
        boolean routed = route.canary().equals(Weight.FULL);
        int done = state.attempt().iterations();
        if (done < analysis.iterations()) {
            boolean copy = analysis.mirror().enabled() && !route.mirrored() && !routed;
            return copy ? new Shift(Weight.ZERO, true) : new Iterate(done + 1);
        }
        return routed ? new Promote() : new Shift(Weight.FULL, false);
    }

    /** The requests of the test go to the canary from the begin. */
    private static Advance byHeader(TargetState state) {
        int done = state.attempt().iterations();
        if (!state.standing().route().canary().equals(Weight.FULL)) {
            return new Shift(Weight.FULL, false);
        }
        return done < state.definition().analysis().iterations()
                ? new Iterate(done + 1)
                : new Promote();
    }

    /** Whether it ends the trial, so that people must agree to the promotion first. */
    default boolean isLast(TargetState state) {
        boolean allAtOnce = isByServices(state.definition())
                || state.definition().analysis().strategy() == Strategy.BLUE_GREEN;
        return switch (this) {
            case Shift it -> allAtOnce && it.canary().equals(Weight.FULL);
            case Iterate it -> allAtOnce && it.number() > iterations(state.definition());
            case Promote _ -> true;
        };
    }

    /** Whether people may have to agree to what is next as more requests: copies are that, too. */
    static boolean asksForMore(TargetState state) {
        return !isByIterations(state.definition()) && !state.standing().route().mirrored();
    }

    /** Whether iterations are counted. */
    static boolean isByIterations(Definition definition) {
        return isByServices(definition) || definition.analysis().strategy() != Strategy.CANARY;
    }

    /** Whether Services alone lead to the target, so that no request can be sent to the canary. */
    static boolean isByServices(Definition definition) {
        return definition.provider().equals("kubernetes");
    }

    /** How often a revision is measured at least, 0 by weights. */
    static int iterations(Definition definition) {
        int named = definition.analysis().iterations();
        return isByServices(definition) && named == 0 ? ITERATIONS_BY_SERVICES : named;
    }
}
