package dev.fairlead.orchestrator.api;

import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A fact in a few words. Reads what is stored, so that facts of other versions can be told, too; one
 * without a sentence of its own is told by its name and its plain fields.
 */
final class FactSentence {

    /** Longest text of a field that is put into a sentence. */
    private static final int LONGEST = 300;

    private FactSentence() {}

    static String of(String type, JsonNode fact) {
        return switch (type) { // types are text by contract
            case "TargetRegistered" -> "the Canary is valid and taken up";
            case "DefinitionRevised" -> "the Canary was edited"
                    + (fact.path("deferred").asBoolean(false) ? "; in force after this rollout"
                            : "");
            case "DefinitionRejected" -> "the Canary cannot be used: "
                    + text(fact.path("problems").path(0), "message");
            case "TerminationStarted" -> "the Canary is being deleted: the target is to serve by"
                    + " itself again";
            case "RevertOrdered" -> fact.path("adopted").asBoolean(false)
                    ? "what was adopted to be given back"
                    : "the Canary to be let go";
            case "TargetReverted" -> fact.path("adopted").asBoolean(false)
                    ? "what was adopted is given back"
                    : "the Canary is let go";
            case "TargetRemoved" -> "the Canary is deleted";
            case "RevisionNoted" -> "the target asks for " + revision(fact);
            case "RolloutStarted" -> "rollout " + text(fact, "number") + " of "
                    + revision(fact)
                    + (fact.path("restarted").asBoolean(false) ? ", in place of the one before"
                            : "");
            case "WorkloadScaleOrdered" -> "to be scaled " + lower(fact, "direction");
            case "WorkloadScaled" -> "scaled " + lower(fact, "direction") + " to "
                    + text(fact, "replicas");
            case "CanaryReady" -> "the canary's pods are ready";
            case "ReadinessObserved" -> lower(fact, "side") + " is "
                    + lower(fact.path("readiness"), "verdict")
                    + because(fact.path("readiness"), "reason");
            case "PreparationOrdered" -> lower(fact, "stage") + " to be prepared";
            case "TargetPrepared" -> lower(fact, "stage") + " prepared";
            case "TargetInitialized" -> "initialized: the primary serves";
            case "DrainStarted" -> "proxies learn the route until " + text(fact, "until");
            default -> trial(type, fact);
        };
    }

    private static String trial(String type, JsonNode fact) {
        return switch (type) {
            case "TrafficShiftOrdered" -> "weight " + text(fact, "canary") + " % "
                    + (fact.path("mirrored").asBoolean(false) ? "and copies of requests " : "")
                    + "ordered (" + lower(fact, "purpose") + ")";
            case "IterationStarted" -> "iteration " + text(fact, "number");
            case "TrafficShifted" -> "weight " + text(fact, "canary") + " % stands";
            case "AnalysisOrdered" -> "analysis " + text(fact, "number") + " asked for";
            case "AnalysisPassed" -> "analysis passed";
            case "AnalysisFailed" -> "analysis failed, " + text(fact, "failedChecks")
                    + " failed checks: " + text(fact, "halt");
            case "AnalysisHeld" -> "nothing concluded, measured again: " + text(fact, "reason");
            case "HooksOrdered" -> hooks(fact) + " hooks to be called";
            case "HooksPassed" -> hooks(fact) + " hooks passed";
            case "HooksFailed" -> hooks(fact) + " hook " + text(fact, "hook") + " failed, "
                    + text(fact, "failedChecks") + " failed checks: "
                    + text(fact, "error");
            case "PromotionOrdered" -> revision(fact) + " to be copied to the primary";
            case "WorkloadPromoted" -> "the primary carries " + revision(fact);
            case "PromotionFailed" -> "promotion failed" + because(fact, "reason");
            case "RollbackOrdered" -> "rollback, all requests to the primary"
                    + because(fact, "reason");
            case "RolloutSucceeded" -> "promoted";
            case "RolloutFailed" -> "rolled back" + because(fact, "reason");
            case "RolloutWithdrawn" -> "ended without promotion: the promoted revision is wanted";
            case "RolloutSuperseded" -> "ended" + because(fact, "reason");
            default -> trouble(type, fact);
        };
    }

    private static String trouble(String type, JsonNode fact) {
        return switch (type) {
            case "RouteDrifted" -> "somebody else (" + text(fact, "manager") + ") set weight "
                    + text(fact, "found") + " % where " + text(fact, "ordered")
                    + " % was ordered; put right";
            case "EffectRefused" -> text(fact, "what") + " was refused, tried again at "
                    + text(fact, "retryAt") + because(fact, "message");
            case "EffectReordered" -> text(fact, "what") + " ordered again";
            case "WorkerMissed" -> "nobody answered " + text(fact, "what") + " (try "
                    + text(fact, "attempts") + "), ordered again";
            case "WorkloadMissed", "InitializationStalled" ->
                    words(type) + because(fact, "reason");
            case "IdleTargetScaled" -> "scaled to " + text(fact, "replicas")
                    + " by somebody else while nothing is tried; left as it is";
            case "TargetHalted" -> "stopped by an error of the engine: " + text(fact, "reason");
            case "ClusterLost" -> "cluster not seen" + because(fact, "reason");
            case "ClusterFound" -> "cluster seen again";
            default -> words(type) + fields(fact);
        };
    }

    private static String revision(JsonNode fact) {
        JsonNode revision = fact.path("revision");
        String images = revision.path("images")
                .valueStream()
                .map(it -> it.asString(""))
                .collect(Collectors.joining(", "));
        return images.isEmpty() ? "revision " + text(revision, "template") : images;
    }

    private static String hooks(JsonNode fact) {
        return lower(fact, "kind").replace('_', '-');
    }

    private static String because(JsonNode fact, String field) {
        String reason = text(fact, field);
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private static String fields(JsonNode fact) {
        String fields = fact.propertyStream()
                .filter(it -> it.getValue().isValueNode() && !it.getKey().equals("type"))
                .map(it -> it.getKey() + " " + cut(it.getValue().asString("")))
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "" : ": " + fields;
    }

    private static String words(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String lower(JsonNode tree, String field) {
        return text(tree, field).toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode tree, String field) {
        return cut(tree.path(field).asString(""));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
