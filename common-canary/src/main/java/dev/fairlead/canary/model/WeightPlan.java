package dev.fairlead.canary.model;

import java.util.List;

/**
 * The steps of a weighted rollout, in percent.
 *
 * @param step what each step adds; 0 when the steps are listed or there are none
 * @param steps the weights one by one; they win over {@code step} only when that is 0
 * @param declaredMaximum {@code maxWeight} as written, 0 unless given
 * @param promotionStep by which traffic goes back after promotion; 0 means at once
 */
public record WeightPlan(int step, List<Integer> steps, int declaredMaximum, int promotionStep) {

    private static final int ALL = 100;

    /** The weight at which the rollout is promoted, 1 to 100. */
    public int maximum() {
        if (!steps.isEmpty()) {
            return Math.min(ALL, steps.getLast());
        }
        return declaredMaximum > 0 ? declaredMaximum : ALL;
    }

    /** The weight that follows {@code weight}; 100 when no step is left. Never cut to the maximum: 40 + 20 is 60. */
    public int after(int weight) {
        if (step > 0) {
            return Math.min(ALL, weight + step);
        }
        return Math.min(ALL, steps.stream().filter(next -> next > weight).findFirst().orElse(ALL));
    }
}
