package dev.fairlead.router.work;

import dev.fairlead.events.Weight;
import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ShiftTraffic;

/** What is served first when a cluster's calls are short: most urgent first. */
public enum Priority {
    RESCUE, ROUTE, WORKLOAD, TALK;

    public static Priority of(ChangeOrder order) {
        return switch (order) {
            case ShiftTraffic shift -> shift.canary().equals(Weight.ZERO) ? RESCUE : ROUTE;
            case PrepareTarget prepare -> prepare.stage() == PrepareTarget.Stage.TRAFFIC
                    ? ROUTE
                    : WORKLOAD;
            case ScaleWorkload _,PromoteWorkload _,RevertTarget _ -> WORKLOAD;
            case ReportStatus _ -> TALK;
        };
    }
}
