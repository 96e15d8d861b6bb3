package dev.fairlead.router.status;

import java.util.Optional;

import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.Overtaken;
import dev.fairlead.router.plan.EventDraft;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.StatusDraft;

/** Writes a Canary's status, then the events about it. */
public final class StatusWriter {

    private final ClusterObjects objects;

    public StatusWriter(ClusterObjects objects) {
        this.objects = objects;
    }

    /**
     * Writes both. What has happened is told even when the status shows something newer by now, or
     * when the Canary is gone.
     *
     * @throws Overtaken
     *             after the events, when the status shows a later order
     * @throws Obstacle
     *             after the events, when the Canary is missing or another
     */
    public void write(ReportStatus order, Attempt attempt) {
        Optional<RuntimeException> unwritten = writeStatus(order, attempt);
        for (EventNote note : order.events()) {
            tell(order.head(), note, attempt);
        }
        if (unwritten.isPresent()) {
            throw unwritten.get();
        }
    }

    private Optional<RuntimeException> writeStatus(ReportStatus order, Attempt attempt) {
        OrderHead head = order.head();
        ObjectRef canary = new ObjectRef(Kind.CANARY, head.target().namespace(),
                head.target().name());
        try {
            objects.write(new StatusDraft(canary, head.life(), order.status()), head.fence(),
                    attempt);
            return Optional.empty();
        } catch (Overtaken e) {
            return Optional.of(e);
        } catch (Obstacle e) {
            if (e.reason() == Reason.MISSING || e.reason() == Reason.OTHER_LIFE) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    private void tell(OrderHead head, EventNote note, Attempt attempt) {
        try {
            objects.write(
                    new EventDraft(EventNames.of(head, note), head.target(), head.life(), note),
                    head.fence(), attempt);
        } catch (Overtaken e) {
            // A later order has counted the same words already; this one came twice or late, and
            // the report says so.
            return;
        }
    }
}
