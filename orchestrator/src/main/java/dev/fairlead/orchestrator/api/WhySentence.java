package dev.fairlead.orchestrator.api;

import java.util.Locale;

import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.orchestrator.rollout.rules.Advance;
import dev.fairlead.orchestrator.rollout.rules.StepPlan;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The sentence of the rules about what is awaited, with what was measured. */
final class WhySentence {

    private WhySentence() {}

    static String of(TargetState state, Background background) {
        StringBuilder why = new StringBuilder(background.trouble());
        if (!why.isEmpty()) {
            why.append(' ');
        }
        if (!state.isRollingOut() && background.ending().outcome().equals("failed")) {
            why.append(rolledBack(background)).append(' ');
        }
        String waits = state.why();
        why.append(waits);
        if (state.isRollingOut()) {
            if (!waits.endsWith(".")) {
                why.append('.');
            }
            why.append(' ').append(numbers(state, background.verdict()));
        }
        return why.toString();
    }

    private static String rolledBack(Background background) {
        var ending = background.ending();
        VerdictView verdict = background.verdict();
        boolean measured = verdict.rollout().equals(ending.rollout())
                && verdict.outcome().equals("failed") && !verdict.checks().isEmpty();
        return "Rolled back at " + ending.at()
                + (ending.reason().isEmpty() ? "" : ": " + ending.reason())
                + (measured ? " (" + verdict.inWords() + ")" : "") + ".";
    }

    private static String numbers(TargetState state, VerdictView verdict) {
        Analysis analysis = state.definition().analysis();
        String weight = "Weight " + state.standing().route().canary().percent() + " %";
        if (analysis.strategy() == Analysis.Strategy.CANARY
                && !state.definition().equals(Definition.NONE)) {
            weight += " of " + StepPlan.all(analysis.steps()).getLast().percent() + " %";
        }
        int iterations = Advance.iterations(state.definition());
        if (iterations > 0) {
            weight = "Iteration " + Math.min(state.attempt().iterations(), iterations) + " of "
                    + iterations + ", weight" + weight.substring("Weight".length());
        }
        return weight + ", " + state.standing().shown().failedChecks() + " of "
                + analysis.threshold() + " failed checks" + measured(state, verdict) + ".";
    }

    private static String measured(TargetState state, VerdictView verdict) {
        if (!verdict.rollout().equals(state.rollout().text())) {
            return ", nothing measured yet";
        }
        String words = verdict.checks().isEmpty() ? verdict.reason() : verdict.inWords();
        return "; the last analysis " + verdict.outcome().toLowerCase(Locale.ROOT) + " at "
                + verdict.at() + (words.isEmpty() ? "" : ": " + words);
    }
}
