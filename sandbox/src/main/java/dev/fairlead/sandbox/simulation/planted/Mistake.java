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
            new Mistake("term not checked at an append", "sandbox.simulation.log.Session",
                    "append", new Change.Equal()),
            new Mistake("offsets committed before the effect", LOOP + "Term", "cycle",
                    new Change.ReadFirst()),
            new Mistake("deadline decided with closed eyes", "orchestrator.timer.TimerHeap",
                    "takeOrHold", new Change.Answers("needsEyes", 0)),
            new Mistake("a timer is taken before its time, and lost",
                    "orchestrator.timer.TimerHeap", "due", new Change.Answers("isAfter", 0)),
            new Mistake("off-by-one step", RULES + "StepPlan", "next",
                    new Change.OneMore("percent")),
            new Mistake("one failed check too many", RULES + "RetreatRules", "ifThresholdReached",
                    new Change.OneMore("threshold")),
            new Mistake("threshold never reached", RULES + "RetreatRules", "ifThresholdReached",
                    new Change.Empty()),
            new Mistake("promoted without a trial", RULES + "StepPlan", "most",
                    new Change.Constant("ZERO")),
            new Mistake("any report answers what is awaited", STATE + "Pending", "isAnsweredBy",
                    new Change.Returns(1)),
            new Mistake("no report answers what is awaited", STATE + "Pending", "isAnsweredBy",
                    new Change.Returns(0)),
            new Mistake("a verdict of another analysis counts", RULES + "AnswerRules", "scored",
                    new Change.Answers("equals", 1)),
            new Mistake("no drain after a retreat", RULES + "RetreatRules", "retreated",
                    new Change.NoTime("afterRollback")),
            new Mistake("a newer revision forgotten", RULES + "RevisionRules", "note",
                    new Change.Empty()),
            new Mistake("nothing taken up when a rollout ends", RULES + "RevisionRules", "takeUp",
                    new Change.Empty()),
            new Mistake("nobody orders again", RULES + "TimerRules", "reorder",
                    new Change.Empty()),
            new Mistake("timers not loaded at take-over", LOOP + "Term", "begin",
                    new Change.Without("forEach")),
            new Mistake("timers not set after a decision", LOOP + "Term", "arm",
                    new Change.Empty()),
            new Mistake("the canary need not be ready", RULES + "TrialRules", "isCanaryReady",
                    new Change.Returns(1)),
            new Mistake("a shut gate can be passed", RULES + "GateRules", "holds",
                    new Change.Returns(0)),
            new Mistake("a refusal is not kept", RULES + "Draft", "refuse", new Change.Empty()),
            new Mistake("a foreign write to a route stays", RULES + "RouteRules", "repair",
                    new Change.Empty()),
            new Mistake("a lost object stays lost", RULES + "RouteRules", "lost",
                    new Change.Empty()),
            new Mistake("an unanswered send counts as published", "orchestrator.relay.HandOver",
                    "reset", new Change.Empty()),
            new Mistake("a target that moved on is promoted", "router.workload.PodWorkload",
                    "requireUnmoved", new Change.Empty()),
            new Mistake("an edit of the Canary is not heard", RULES + "ContractRules", "revised",
                    new Change.Empty()),
            new Mistake("a deleted Canary is not noticed", RULES + "ContractRules", "gone",
                    new Change.Empty()),
            new Mistake("things are made for a Canary that is gone", "router.work.Lives",
                    "requireNow", new Change.Empty()),
            new Mistake("the query of an address travels", "watcher.detection.Addresses",
                    "withoutQuery", new Change.Answers("indexOf", -1)));

    String className() {
        return "dev.fairlead." + type;
    }
}
