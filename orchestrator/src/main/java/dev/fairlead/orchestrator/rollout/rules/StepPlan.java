package dev.fairlead.orchestrator.rollout.rules;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Steps;

/** Which weight follows which. The weight is the log's, so an edited list finds its place. */
public final class StepPlan {

    private StepPlan() {}

    /** All weights of a rollout, in order. */
    public static List<Weight> all(Steps steps) {
        List<Weight> weights = new ArrayList<>();
        Weight weight = Weight.ZERO;
        while (weight.compareTo(most(steps)) < 0) {
            weight = next(steps, weight);
            weights.add(weight);
        }
        return weights;
    }

    /** The weight at which a revision is promoted once it has passed. */
    static Weight most(Steps steps) {
        if (!steps.stepWeights().isEmpty()) {
            return Weight.clamped(steps.stepWeights().getLast());
        }
        return steps.maxWeight() > 0 ? Weight.clamped(steps.maxWeight()) : Weight.FULL;
    }

    /** As Flagger, a step may go beyond the most: 20, 40, 60 for a most of 50. */
    static Weight next(Steps steps, Weight now) {
        if (steps.stepWeights().isEmpty()) {
            return Weight.clamped(now.percent() + Math.max(1, steps.stepWeight()));
        }
        return steps.stepWeights()
                .stream()
                .filter(step -> step > now.percent())
                .findFirst()
                .map(Weight::clamped)
                .orElse(most(steps));
    }

    /** The share of the canary after the next step of a promotion. */
    static Weight back(Steps steps, Weight now) {
        return steps.stepWeightPromotion() == 0
                ? Weight.ZERO
                : Weight.clamped(now.percent() - steps.stepWeightPromotion());
    }
}
