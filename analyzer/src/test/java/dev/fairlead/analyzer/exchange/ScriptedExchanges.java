package dev.fairlead.analyzer.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers as it was told and keeps what it was asked. */
public final class ScriptedExchanges implements Exchanges {

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Question> asked = new ArrayList<>();
    private Optional<NoReply> failure = Optional.empty();

    public void answers(Reply... answers) {
        replies.addAll(List.of(answers));
    }

    public void fails(NoReply with) {
        failure = Optional.of(with);
    }

    public List<Question> asked() {
        return asked;
    }

    @Override
    public Reply ask(Question question) throws NoReply {
        asked.add(question);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return replies.remove();
    }
}
