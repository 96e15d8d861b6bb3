package dev.fairlead.events.definition;

import java.util.List;

/**
 * The weights of a rollout, as the Canary gives them.
 *
 * @param stepWeight
 *            percent added by each step; 0 when {@code stepWeights} is used
 * @param stepWeights
 *            the weights one by one, each 0–100; empty when {@code stepWeight} is used
 * @param maxWeight
 *            the weight at which the revision is promoted; 0 when not given
 * @param stepWeightPromotion
 *            percent given back to the primary by each step of the promotion; 0 for all at once
 */
public record Steps(int stepWeight, List<Integer> stepWeights, int maxWeight,
        int stepWeightPromotion) {

    public Steps {
        stepWeights = List.copyOf(stepWeights);
    }
}
