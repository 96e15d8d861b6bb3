package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Heads as rows and back. A state that cannot be read here is folded again from its stream. */
public final class HeadCodec {

    /** The version of the state's fields; raise it whenever an old state would be misread. */
    public static final int SCHEMA = 3;
    /** Events read at a time while folding. */
    static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(HeadCodec.class);

    private final LogJson json;

    public HeadCodec(LogJson json) {
        this.json = json;
    }

    public HeadRow encode(TargetHead head) {
        TargetState state = head.state();
        Instant due = state.deadlines()
                .stream()
                .map(Deadline::due)
                .min(
                        Comparator.naturalOrder())
                .orElse(HeadRow.NEVER);
        var search = new HeadRow.Search(state.life().uid(), state.rollout().text(),
                state.stage().name());
        return new HeadRow(head.mark(), state.target(), SCHEMA,
                json.mapper().writeValueAsString(state), due, search);
    }

    /**
     * @param history
     *            asked for the target's events when the state is of another schema
     */
    public TargetHead decode(HeadRow row, History history) {
        if (row.schema() == SCHEMA) {
            try {
                return new TargetHead(row.mark(),
                        json.mapper().readValue(row.state(), TargetState.class));
            } catch (JacksonException e) {
                LOG.warn("state is folded again target={} version={} error=\"{}\"", row.target(),
                        row.mark().version(), e.getOriginalMessage());
            }
        }
        return folded(row, history);
    }

    private TargetHead folded(HeadRow row, History history) {
        TargetState state = TargetState.unknown(row.target());
        while (state.version() < row.mark().version()) {
            List<LoggedEvent> page = history.events(row.mark().stream(), state.version(), PAGE);
            if (page.isEmpty()) {
                throw new IllegalStateException("Expected " + row.mark().stream()
                        + " to go on after version " + state.version());
            }
            for (LoggedEvent event : page) {
                RolloutFact fact = json.fact(event);
                state = RolloutEvolution.evolve(state, fact);
            }
        }
        return new TargetHead(row.mark(), state);
    }

    /** Where the events of a stream are read. */
    public interface History {

        /** The events after a version, in order, at most {@code limit}. */
        List<LoggedEvent> events(String stream, long after, int limit);
    }
}
