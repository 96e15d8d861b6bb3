package dev.fairlead.router.plan;

import java.util.Optional;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.order.EventNote;

/**
 * A Kubernetes event on a Canary, in Flagger's form. The same words are one event with a count, and
 * its fence keeps one order from counting twice.
 *
 * @param object
 *            the event, named by what it says
 */
public record EventDraft(ObjectRef object, TargetKey target, Life life,
        EventNote note) implements Draft {

    private static final String COMPONENT = "flagger";

    private static final String REASON = "Synced";

    @Override
    public Optional<Fields> created() {
        String at = StatusDraft.time(note.at());
        Fields involved = Fields.EMPTY.with(Kind.CANARY.apiVersion(), "apiVersion")
                .with(Kind.CANARY.title(), "kind")
                .with(target.name(), "name")
                .with(target.namespace(), "namespace")
                .with(life.uid(), "uid");
        return Optional.of(object.head()
                .with(involved, "involvedObject")
                .with(type(), "type")
                .with(REASON, "reason")
                .with(note.message(), "message")
                .with(COMPONENT, "source", "component")
                .with(COMPONENT, "reportingComponent")
                .with("", "reportingInstance")
                .with(1, "count")
                .with(at, "firstTimestamp")
                .with(at, "lastTimestamp"));
    }

    @Override
    public Fields corrected(Fields live) {
        return live.with(live.number("count").orElse(1) + 1, "count")
                .with(StatusDraft.time(note.at()), "lastTimestamp");
    }

    @Override
    public boolean mayDrift() {
        return false;
    }

    @Override
    public boolean isLikelyNew() {
        return true;
    }

    private String type() {
        return note.warning() ? "Warning" : "Normal";
    }
}
