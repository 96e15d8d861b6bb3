package dev.fairlead.sandbox.hooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a stand-in was told to answer: first the next ones in turn, then always the same. */
final class Script {

    private static final int MOST_NEXT = 10_000;

    private final Deque<Answer> next = new ArrayDeque<>();
    private Optional<Answer> always = Optional.empty();

    synchronized void always(Answer answer) {
        always = Optional.of(answer);
    }

    synchronized void next(int times, Answer answer) {
        if (times < 1 || times + next.size() > MOST_NEXT) {
            throw new IllegalArgumentException(
                    "Expected between 1 and " + MOST_NEXT + " answers, but got " + times);
        }
        for (int i = 0; i < times; i++) {
            next.add(answer);
        }
    }

    synchronized void clear() {
        next.clear();
        always = Optional.empty();
    }

    synchronized Optional<Answer> take() {
        return next.isEmpty() ? always : Optional.of(next.remove());
    }
}
