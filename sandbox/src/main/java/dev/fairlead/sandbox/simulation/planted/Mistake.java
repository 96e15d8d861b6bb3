package dev.fairlead.sandbox.simulation.planted;

import java.util.List;

/**
 * A mistake in one method of the engine.
 *
 * @param name
 *            in words
 * @param type
 *            the class, below {@code dev.fairlead}
 * @param method
 *            its method
 * @param change
 *            what becomes of the method
 */
public record Mistake(String name, String type, String method, Change change) {

    private static final String RULES = "orchestrator.rollout.rules.";
    private static final String STATE = "orchestrator.rollout.state.";
    private static final String LOOP = "orchestrator.loop.";

    /** All that are planted. */
    public static final List<Mistake> ALL = List.of(
            new Mistake("fence not compared before a write", "router.cluster.ClusterObjects",
                    "correct", new Change.Answers("isBelow", 0)),
            new Mistake("an older fence counts as the newest", "events.Fence", "isBelow",
                    new Change.Returns(0)),
            new Mistake("any report answers what is awaited", STATE + "Pending", "isAnsweredBy",
                    new Change.Returns(1)),
            new Mistake("no report answers what is awaited", STATE + "Pending", "isAnsweredBy",
                    new Change.Returns(0)),
            new Mistake("a verdict of another analysis counts", RULES + "AnswerRules", "scored",
                    new Change.Answers("equals", 1)),
            new Mistake("threshold never reached", RULES + "RetreatRules", "ifThresholdReached",
                    new Change.Empty()),
            new Mistake("promoted without a trial", RULES + "StepPlan", "most",
                    new Change.Constant("ZERO")),
            new Mistake("drain forgotten after a retreat", STATE + "RolloutEvolution", "closed",
                    new Change.Without("standing")),
            new Mistake("a newer revision forgotten", RULES + "RevisionRules", "note",
                    new Change.Empty()),
            new Mistake("nothing taken up when a rollout ends", RULES + "RevisionRules", "takeUp",
                    new Change.Empty()),
            new Mistake("nobody orders again", RULES + "TimerRules", "reorder",
                    new Change.Empty()),
            new Mistake("a deadline that the state dropped still counts", RULES + "Draft",
                    "awaits", new Change.Returns(1)),
            new Mistake("no deadline ever counts", RULES + "Draft", "awaits",
                    new Change.Returns(0)),
            new Mistake("timers not loaded at take-over", LOOP + "Term", "begin",
                    new Change.Without("forEach")),
            new Mistake("timers not set after a decision", LOOP + "Term", "arm",
                    new Change.Empty()),
            new Mistake("the canary need not be ready", RULES + "TrialRules", "isCanaryReady",
                    new Change.Returns(1)),
            new Mistake("the canary is never ready", RULES + "TrialRules", "isCanaryReady",
                    new Change.Returns(0)),
            new Mistake("stale observations are heard", LOOP + "Freshness", "admits",
                    new Change.Returns(1)),
            new Mistake("nothing is heard of a cluster", LOOP + "Freshness", "admits",
                    new Change.Returns(0)),
            new Mistake("a foreign write to a route stays", RULES + "RouteRules", "repair",
                    new Change.Empty()),
            new Mistake("a lost object stays lost", RULES + "RouteRules", "lost",
                    new Change.Empty()),
            new Mistake("a primary of another revision counts as ready", STATE + "Closing",
                    "failed", new Change.Without("trouble")),
            new Mistake("an unanswered send counts as published", "orchestrator.relay.HandOver",
                    "reset", new Change.Empty()),
            new Mistake("the cursor is not read at take-over", "orchestrator.relay.Relay",
                    "begin", new Change.Empty()),
            new Mistake("a target that moved on is promoted", "router.workload.PodWorkload",
                    "requireUnmoved", new Change.Empty()),
            new Mistake("the status is not told again", RULES + "ObservationRules", "restated",
                    new Change.Empty()),
            new Mistake("an edit of the Canary is not heard", RULES + "ContractRules", "revised",
                    new Change.Empty()),
            new Mistake("a deleted Canary is not noticed", RULES + "ContractRules", "gone",
                    new Change.Empty()),
            new Mistake("an order for another life is done", "router.work.Lives", "require",
                    new Change.Empty()),
            new Mistake("the watcher forgets a generation", "watcher.detection.Edges", "isNews",
                    new Change.Returns(0)));

    String className() {
        return "dev.fairlead." + type;
    }
}
