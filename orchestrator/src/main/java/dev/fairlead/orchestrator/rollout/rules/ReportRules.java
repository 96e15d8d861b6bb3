package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.AnalysisUnanswered;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeOvertaken;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.NoticeDelivered;
import dev.fairlead.events.report.NoticeUndelivered;
import dev.fairlead.events.report.Report;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows from a worker's answer. An answer about another life follows nothing. */
public final class ReportRules {

    private ReportRules() {}

    public static void hear(Draft draft, Report report) {
        boolean concerns = draft.step() != Step.UNREGISTERED
                && draft.state().life().equals(report.order().life());
        if (!concerns) {
            return;
        }
        switch (report) {
            case ChangeApplied it -> EffectRules.applied(draft, it);
            case ChangeRefused it -> EffectRules.refused(draft, it);
            case AnalysisScored it -> AnswerRules.scored(draft, it);
            case HooksAnswered it -> AnswerRules.answered(draft, it);
            case ChangeOvertaken _,AnalysisUnanswered _ -> {
                // the timer that waits for an answer orders it again
            }
            case NoticeDelivered _,NoticeUndelivered _ -> {
                // no rollout waits for talk
            }
        }
    }
}
