package dev.fairlead.analyzer.metrics;

import dev.fairlead.judge.Answer;

/** A store cannot be asked; the message holds no secret. */
public final class NoAccess extends Exception {

    private static final long serialVersionUID = 1;

    private final Answer.Obstacle obstacle;

    public NoAccess(Answer.Obstacle obstacle, String message) {
        super(message);
        this.obstacle = obstacle;
    }

    public Answer.Obstacle obstacle() {
        return obstacle;
    }
}
