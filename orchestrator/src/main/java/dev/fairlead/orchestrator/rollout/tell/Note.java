package dev.fairlead.orchestrator.rollout.tell;

import java.time.Instant;

import dev.fairlead.events.order.EventNote;

/** The text of a Kubernetes event; an empty one is left out. */
record Note(boolean warning, String text) {

    static Note normal(String text) {
        return new Note(false, text);
    }

    static Note warning(String text) {
        return new Note(true, text);
    }

    EventNote at(Instant at) {
        return new EventNote(warning, text, at);
    }
}
