package dev.fairlead.sandbox.simulation.rule;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.fairlead.events.Fence;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/**
 * A fact of a target as the log has it.
 *
 * @param first
 *            whether it is the first fact of its decision, the one that its cause led to
 */
record Told(LoggedEvent event, RolloutFact fact, boolean first) {

    private static final Pattern REPORT = Pattern.compile(".*@(\\d+)/\\d+/report");

    Fence fence() {
        return new Fence(event.event().epoch(), event.event().version());
    }

    /** What was heard, fell due or was asked for. */
    String cause() {
        return event.event().ids().causation();
    }

    /** The version of the fact whose order was answered; empty when no report led to this. */
    OptionalLong answered() {
        Matcher report = REPORT.matcher(cause());
        return first && report.matches()
                ? OptionalLong.of(Long.parseLong(report.group(1)))
                : OptionalLong.empty();
    }

    /** Whether somebody is named who asked for it. */
    boolean isByPerson() {
        return !event.event().ids().actor().isEmpty() && cause().startsWith("command/");
    }

    String id() {
        return event.id();
    }
}
