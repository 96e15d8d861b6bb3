package dev.fairlead.notifier.channel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.fairlead.notifier.notice.Notice;

/** Answers as it was told; the last answer is repeated. */
public final class ScriptedChannel implements Channel {

    private final Deque<Delivery> answers;
    private int attempts;

    public ScriptedChannel(Delivery... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    public int attempts() {
        return attempts;
    }

    @Override
    public String type() {
        return "scripted";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        attempts++;
        return answers.size() > 1 ? answers.poll() : answers.element();
    }
}
