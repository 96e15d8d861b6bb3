package dev.fairlead.events.report;

/** A worker's answer to an order. */
public sealed interface Report
        permits
        ChangeApplied,
        ChangeOvertaken,
        ChangeRefused,
        AnalysisScored,
        AnalysisUnanswered,
        HooksAnswered,
        NoticeDelivered,
        NoticeUndelivered {

    /** The order that is answered. */
    OrderRef order();
}
