package dev.fairlead.judge;

import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.Unanswered;
import dev.fairlead.events.report.CheckEvidence.Verdict;

/**
 * The first judge: bounds are inside, durations are compared as decimals, and what no value and no source mean is up to
 * the policies.
 */
final class JudgeV1 implements Judge {

    private static final double MILLISECONDS_PER_SECOND = 1_000;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Judgement judge(Question question, Answer answer, Policies policies) {
        return switch (answer) {
            case Answer.Value(double raw) -> Double.isNaN(raw)
                    ? noValue(question, policies)
                    : measured(question, raw * factor(question.check()));
            case Answer.Empty() -> noValue(question, policies);
            case Answer.NotANumber() -> noValue(question, policies);
            case Answer.Unreachable(String error) ->
                    new Judgement(verdict(policies.onSourceError()),
                            HaltTexts.unreachable(question, error));
            case Answer.Unasked(Answer.Obstacle obstacle, String error) -> new Judgement(
                    verdict(policies.onSourceError()),
                    HaltTexts.unasked(question, obstacle, error));
        };
    }

    private static Judgement noValue(Question question, Policies policies) {
        return new Judgement(verdict(policies.onNoData()), HaltTexts.noValue(question));
    }

    private static Judgement measured(Question question, double value) {
        Range range = question.check().range();
        if (!range.min().isEmpty() && value < Double.parseDouble(range.min())) {
            return new Judgement(Verdict.FAIL,
                    HaltTexts.below(question, value, Double.parseDouble(range.min())));
        }
        if (!range.max().isEmpty() && value > Double.parseDouble(range.max())) {
            return new Judgement(Verdict.FAIL,
                    HaltTexts.above(question, value, Double.parseDouble(range.max())));
        }
        return new Judgement(Verdict.PASS, "");
    }

    private static Verdict verdict(Unanswered policy) {
        return switch (policy) {
            case FAILED -> Verdict.FAIL;
            case HOLD -> Verdict.INCONCLUSIVE;
        };
    }

    /** The applications' own histogram, which plain Services and Gateway API are judged by, counts in seconds. */
    private static double factor(MetricCheck check) {
        String provider = check.source().label();
        boolean seconds = provider.equals("kubernetes") || provider.startsWith("gatewayapi");
        return check.kind() == Kind.REQUEST_DURATION && seconds ? MILLISECONDS_PER_SECOND : 1;
    }
}
