package dev.fairlead.orchestrator.rollout.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.fact.Standing.Shown;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.CanaryStatus.Condition;
import dev.fairlead.orchestrator.rollout.state.Phases;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The Canary's status as a state tells it. */
final class StatusView {

    /** Whether the newest Canary is in force; ours, next to Flagger's Promoted. */
    static final String VALID = "fairlead.dev/Valid";

    private StatusView() {}

    static CanaryStatus of(TargetState state) {
        Shown shown = state.standing().shown();
        var revisions = state.revisions();
        var contract = state.standing().contract();
        return new CanaryStatus(shown.phase(), shown.weight(), shown.failedChecks(),
                iterations(state),
                revisions.applied().template().text(), revisions.promoted().template().text(),
                revisions.applied().configs(), shown.changed(), contract.generation(),
                conditions(state), state.rollout().text(), state.why(),
                UserCookies.of(state, state.standing().route().canary()));
    }

    /** Flagger counts until the promoted primary serves. */
    private static int iterations(TargetState state) {
        return switch (state.standing().shown().phase()) {
            case Phases.PROGRESSING, Phases.WAITING_PROMOTION, Phases.PROMOTING ->
                    state.attempt().iterations();
            default -> 0; // phases are text by contract, not a type of ours
        };
    }

    private static List<Condition> conditions(TargetState state) {
        List<Condition> conditions = new ArrayList<>();
        Shown shown = state.standing().shown();
        if (!shown.phase().isEmpty()) {
            conditions.add(new Condition("Promoted", Phases.promoted(shown.phase()), shown.phase(),
                    message(shown.phase(), state.definition().workload().kind()), shown.since(),
                    shown.changed()));
        }
        conditions.add(valid(state));
        return conditions;
    }

    private static Condition valid(TargetState state) {
        Shown shown = state.standing().shown();
        List<Problem> problems = state.standing().contract().problems();
        return problems.isEmpty()
                ? new Condition(VALID, "True", "Accepted", "The Canary is in force.",
                        shown.changed(), shown.changed())
                : new Condition(VALID, "False", "Refused", problems.stream()
                        .map(Problem::message)
                        .collect(Collectors.joining("; ")), shown.changed(), shown.changed());
    }

    private static String message(String phase, String kind) {
        return switch (phase) {
            case Phases.INITIALIZED -> kind + " initialization completed.";
            case Phases.WAITING, Phases.WAITING_PROMOTION -> "Waiting for approval.";
            case Phases.PROGRESSING -> "New revision detected, progressing canary analysis.";
            case Phases.PROMOTING ->
                    "Canary analysis completed, starting primary rolling update.";
            case Phases.FINALISING ->
                    "Canary analysis completed, routing all traffic to primary.";
            case Phases.SUCCEEDED ->
                    "Canary analysis completed successfully, promotion finished.";
            case Phases.FAILED -> "Canary analysis failed, " + kind + " scaled to zero.";
            default -> "New " + kind + " detected, starting initialization."; // phases are text
        };
    }
}
