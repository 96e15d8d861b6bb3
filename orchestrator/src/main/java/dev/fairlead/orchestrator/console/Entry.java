package dev.fairlead.orchestrator.console;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.api.EventView;
import dev.fairlead.orchestrator.api.VerdictView;
import dev.fairlead.orchestrator.api.VerdictView.Check;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/**
 * An event in a timeline.
 *
 * @param logged
 *            as it is stored
 * @param view
 *            the same, in words
 */
public record Entry(LoggedEvent logged, EventView view) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OK = Set.of("AnalysisPassed", "RolloutSucceeded",
            "WorkloadPromoted", "GateOpened", "TargetInitialized", "CanaryReady", "HooksPassed");
    private static final Set<String> BAD = Set.of("AnalysisFailed", "RolloutFailed",
            "RollbackOrdered", "HooksFailed", "PromotionFailed", "DefinitionRejected",
            "TargetHalted");
    private static final Set<String> WAIT = Set.of("AnalysisHeld", "RolloutPaused", "RolloutHeld",
            "GateRefused", "GateShut", "GateOverdue", "RouteDrifted", "EffectRefused",
            "WorkerMissed", "RequestRefused", "RemakeRefused", "EffectReordered", "ClusterLost",
            "TerminationStalled");
    private static final Set<String> STEPS = Set.of("RolloutStarted", "TrafficShifted",
            "RolloutResumed", "PromotionOrdered", "RolloutWithdrawn", "RolloutSuperseded",
            "TargetRegistered", "TargetRemoved", "DefinitionRevised", "AnalysisWaived",
            "ClusterFound", "IterationStarted",
            "TerminationStarted", "TargetReverted");

    /** Whether it belongs to the short form of the story. */
    public boolean isKey() {
        return tone().equals("bad") || tone().equals("wait") || tone().equals("ok")
                || STEPS.contains(view.type());
    }

    public String tone() {
        String type = view.type();
        if (BAD.contains(type)) {
            return "bad";
        }
        if (WAIT.contains(type)) {
            return "wait";
        }
        return OK.contains(type) ? "ok" : STEPS.contains(type) ? "busy" : "calm";
    }

    public String shape() {
        return switch (tone()) { // as above
            case "bad" -> "cross";
            case "wait" -> view.actor().isEmpty() ? "warn" : "person";
            case "ok" -> "check";
            case "busy" -> "play";
            default -> "ring";
        };
    }

    /** What was measured; empty for what is no verdict. */
    public List<Check> checks() {
        return VerdictView.TYPES.contains(view.type())
                ? VerdictView.of(logged).checks()
                : List.of();
    }

    /** The fact, for those who read JSON. */
    public String fact() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(view.fact());
    }

    /** What was decided, with the first fact of a decision; empty for the others. */
    public String command() {
        return view.command().isNull()
                ? ""
                : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(view.command());
    }
}
