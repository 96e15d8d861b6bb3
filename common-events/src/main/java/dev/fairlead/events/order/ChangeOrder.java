package dev.fairlead.events.order;

/** An order to the router of a cluster: one bounded attempt, always reported. */
public sealed interface ChangeOrder extends Order
        permits
        PrepareTarget,
        ScaleWorkload,
        ShiftTraffic,
        PromoteWorkload,
        RevertTarget,
        ReportStatus {}
