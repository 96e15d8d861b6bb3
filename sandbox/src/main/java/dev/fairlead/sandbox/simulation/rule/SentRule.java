package dev.fairlead.sandbox.simulation.rule;

import java.util.HashSet;
import java.util.Set;

import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.sandbox.simulation.log.Store;

/** Whatever lies behind the relay's cursor was taken by a broker. */
final class SentRule {

    private static final String SENT = "nothing is skipped on its way to a topic";

    private final Set<String> sent = new HashSet<>();
    private long checked;

    void sent(Outgoing record) {
        if (record.position() > checked) {
            sent.add(name(record));
        }
    }

    void saved(Store store, long position) {
        for (Outgoing record : store.outgoingAfter(checked)) {
            if (record.position() > position) {
                break;
            }
            Violation.unless(sent.remove(name(record)), SENT,
                    () -> "the cursor stands at " + position + ", but " + record.topic()
                            + " has not got " + name(record));
        }
        checked = Math.max(checked, position);
    }

    void restored() {
        sent.clear();
        checked = 0;
    }

    private static String name(Outgoing record) {
        return record.position() + "/" + record.ordinal();
    }
}
