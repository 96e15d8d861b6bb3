package dev.fairlead.notifier.notice;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.order.SendNotice.Field;

/**
 * What people are told. Texts and fields follow Flagger's alerts.
 *
 * @param author
 *            whose, as {@code name.namespace}
 * @param text
 *            the message
 * @param severity
 *            how bad
 * @param fields
 *            shown under the message, in order
 */
public record Notice(String author, String text, Severity severity, List<Field> fields) {

    public Notice {
        fields = List.copyOf(fields);
    }

    /**
     * The notice of an order.
     *
     * @param clusterName
     *            shown as the first field {@code Cluster}; empty for no such field
     */
    public static Notice of(SendNotice order, String clusterName) {
        List<Field> fields = new ArrayList<>();
        if (!clusterName.isEmpty()) {
            fields.add(new Field("Cluster", clusterName));
        }
        fields.addAll(order.fields());
        return new Notice(order.workload() + "." + order.head().target().namespace(), order.text(),
                order.severity(), fields);
    }
}
