package dev.fairlead.events;

/**
 * Names one scoring round of a rollout, as {@code rollout/number}, counted from 1.
 *
 * @param text
 *            the whole name
 */
public record AnalysisId(String text) {

    /** No analysis. */
    public static final AnalysisId NONE = new AnalysisId("");

    public static AnalysisId of(RolloutId rollout, long number) {
        return new AnalysisId(rollout + "/" + number);
    }

    @Override
    public String toString() {
        return text;
    }
}
