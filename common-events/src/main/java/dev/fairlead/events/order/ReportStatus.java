package dev.fairlead.events.order;

import java.util.List;

/**
 * Write the Canary's status and Kubernetes events about it.
 *
 * @param status
 *            the status
 * @param events
 *            in order; may be empty
 */
public record ReportStatus(OrderHead head, CanaryStatus status,
        List<EventNote> events) implements ChangeOrder {

    public ReportStatus {
        events = List.copyOf(events);
    }
}
