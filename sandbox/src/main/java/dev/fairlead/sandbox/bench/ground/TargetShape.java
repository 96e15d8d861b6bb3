package dev.fairlead.sandbox.bench.ground;

import java.util.Map;

/**
 * How targets are released.
 *
 * @param interval   between two analyses, as {@code 1s}
 * @param threshold  failed checks that end a rollout
 * @param stepWeight percent
 * @param maxWeight  percent
 */
public record TargetShape(String interval, int threshold, int stepWeight, int maxWeight) {

    /** Stays at its first weight: nothing of it stirs while others are measured. */
    public static final TargetShape STILL = new TargetShape("30m", 5, 10, 50);

    /** Analysed every second, rolled back by the first failed check. */
    public static final TargetShape STRICT = new TargetShape("1s", 1, 1, 50);

    /** Ten steps to the end, one every second. */
    public static final TargetShape TEN_STEPS = new TargetShape("1s", 5, 5, 50);

    Map<String, String> variables(String name) {
        return Map.of("name", name, "interval", interval, "threshold",
                Integer.toString(threshold), "stepWeight", Integer.toString(stepWeight),
                "maxWeight", Integer.toString(maxWeight));
    }
}
