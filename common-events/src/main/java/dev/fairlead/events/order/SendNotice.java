package dev.fairlead.events.order;

import java.util.List;

import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.definition.AlertRoute.Severity;

/**
 * Tell people.
 *
 * @param workload
 *            the Canary's name, as Flagger shows it
 * @param text
 *            the message, part of the contract with Flagger's users
 * @param severity
 *            how bad
 * @param fields
 *            shown under the message, in order
 * @param routes
 *            where to; empty means the notifier's default channel
 */
public record SendNotice(OrderHead head, String workload, String text, Severity severity,
        List<Field> fields, List<AlertRoute> routes) implements Order {

    public SendNotice {
        fields = List.copyOf(fields);
        routes = List.copyOf(routes);
    }

    /** A line under the message. */
    public record Field(String name, String value) {}
}
