package dev.fairlead.analyzer.scoring;

import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.judge.Answer;
import dev.fairlead.judge.DataGap;
import dev.fairlead.judge.Judge;
import dev.fairlead.judge.Judgement;
import dev.fairlead.judge.Question;

/** Makes evidence of a measurement: everything that is needed to judge it again from the log. */
public final class Scoring {

    /** The longest error that is kept, in characters. */
    static final int MAX_ERROR = 512;

    private Scoring() {}

    public static CheckEvidence evidence(RunAnalysis order, MetricCheck check, Judge judge,
            Measurement measured) {
        Judgement judgement = judge.judge(new Question(check, order.names()), measured.answer(),
                DataGap.policies(order.policies(), check, order.sourceLost(), measured.at()));
        return new CheckEvidence(check.name(), measured.query(), measured.at(),
                measured.answer().outcome(), measured.raw(), error(measured.answer()),
                check.range(), judgement.verdict(), judgement.halt(), measured.took());
    }

    private static String error(Answer answer) {
        return switch (answer) {
            case Answer.Value _,Answer.Empty _,Answer.NotANumber _ -> "";
            case Answer.Unreachable(String error) -> cut(error);
            case Answer.Unasked(Answer.Obstacle _, String error) -> cut(error);
        };
    }

    private static String cut(String text) {
        return text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) : text;
    }
}
