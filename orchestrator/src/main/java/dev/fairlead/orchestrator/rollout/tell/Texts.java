package dev.fairlead.orchestrator.rollout.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Steps;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.order.SendNotice.Field;
import dev.fairlead.orchestrator.rollout.rules.HaltTexts;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The texts of events and alerts: a contract with Flagger's users, kept to the letter. */
final class Texts {

    private final TargetState state;

    Texts(TargetState state) {
        this.state = state;
    }

    /** {@code name.namespace} of the Canary. */
    String canary() {
        return state.target().name() + "." + state.target().namespace();
    }

    /** {@code name.namespace} of the target's workload. */
    String target() {
        return state.definition().workload().name() + "." + state.target().namespace();
    }

    String primary() {
        return state.definition().workload().primaryName() + "." + state.target().namespace();
    }

    String kind() {
        return state.definition().workload().kind();
    }

    List<Note> hooks(HooksPassed fact) {
        return fact.hooks().stream().map(hook -> passed(fact.kind(), hook)).toList();
    }

    List<Note> hooks(HooksFailed fact) {
        List<Note> notes = new ArrayList<>();
        fact.passed().forEach(hook -> notes.add(passed(fact.kind(), hook)));
        notes.add(Note.warning(failure(fact)));
        return notes;
    }

    private String failure(HooksFailed fact) {
        return fact.kind() == HookType.POST_ROLLOUT
                ? "Post-rollout hook " + fact.hook() + " failed " + fact.error()
                : HaltTexts.hook(state, fact.kind(), fact.hook(), fact.error());
    }

    static Note passed(HookType type, String hook) {
        return switch (type) {
            case PRE_ROLLOUT -> Note.normal("Pre-rollout check " + hook + " passed");
            case POST_ROLLOUT -> Note.normal("Post-rollout check " + hook + " passed");
            case ROLLOUT, EVENT -> Note.normal("");
            case CONFIRM_ROLLOUT -> Note.normal("Confirm-rollout check " + hook + " passed");
            case CONFIRM_PROMOTION -> Note.normal("Confirm-promotion check " + hook + " passed");
            case CONFIRM_TRAFFIC_INCREASE ->
                    Note.normal("Confirm-traffic-increase check " + hook + " passed");
            case ROLLBACK -> Note.warning("Rollback check " + hook + " passed");
        };
    }

    /** The lines under the alerts that tell a whole story. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Target", kind() + "/" + target()));
        fields.add(new Field("Failed checks threshold",
                Integer.toString(state.definition().analysis().threshold())));
        fields.add(new Field("Progress deadline",
                state.definition().progressDeadline().toSeconds() + "s"));
        String routing = routing();
        if (!routing.isEmpty()) {
            fields.add(new Field("Traffic routing", routing));
        }
        return fields;
    }

    private String routing() {
        Steps steps = state.definition().analysis().steps();
        return switch (state.definition().analysis().strategy()) {
            case AB_TESTING -> "A/B Testing";
            case BLUE_GREEN -> "Blue/Green";
            case CANARY -> byWeight(steps);
        };
    }

    private static String byWeight(Steps steps) {
        if (steps.stepWeight() > 0) {
            return "Weight step: " + steps.stepWeight() + " max: " + steps.maxWeight();
        }
        return steps.stepWeights().isEmpty() ? ""
                : "Weight steps: " + steps.stepWeights()
                        .stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")) + " max: "
                        + steps.maxWeight();
    }
}
