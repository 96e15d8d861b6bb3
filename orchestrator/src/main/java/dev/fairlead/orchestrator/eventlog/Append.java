package dev.fairlead.orchestrator.eventlog;

import java.util.List;

/**
 * Everything that is written in one transaction.
 *
 * @param under
 *            the lease it is written under
 * @param first
 *            the position of its first event, or of the next when it has none
 * @param epoch
 *            of the log from now on
 * @param events
 *            dense from {@code first}
 */
public record Append(Tenure under, long first, long epoch, List<LoggedEvent> events,
        List<Outgoing> outgoing, List<HeadChange> heads, List<StoredDefinition> definitions,
        List<RolloutRow> rollouts, List<ReadOffset> offsets, List<Answer> answers) {

    public Append {
        events = List.copyOf(events);
        outgoing = List.copyOf(outgoing);
        heads = List.copyOf(heads);
        definitions = List.copyOf(definitions);
        rollouts = List.copyOf(rollouts);
        offsets = List.copyOf(offsets);
        answers = List.copyOf(answers);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).position() != first + i) {
                throw new IllegalStateException("Expected the position " + (first + i)
                        + ", but got " + events.get(i).position());
            }
        }
    }

    /** The position of the last event of the log after this batch. */
    public long last() {
        return first + events.size() - 1;
    }
}
