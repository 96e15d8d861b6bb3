package dev.fairlead.orchestrator.loop;

import java.time.Instant;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.rollout.Command;

/** What people have asked for, in words. */
public interface Requests {

    /** Whether something was handed in here since the last call, so that it need not wait. */
    boolean rang();

    /** Reads a request; never fails for what was handed in. */
    Request read(AskedCommand asked);

    /** What a request turned out to be. */
    sealed interface Request {

        /** Something for the rules to decide. */
        record Decide(TargetKey target, CommandAt command) implements Request {}

        /**
         * Take up a target that a mistake of ours had stopped.
         *
         * @param otherwise
         *            decided when it is not stopped
         */
        record Release(TargetKey target, CommandAt otherwise) implements Request {}

        /** Nothing that can be done. */
        record Unreadable(String reason) implements Request {}
    }

    /** A command that lacks only its time. */
    interface CommandAt {

        Command at(Instant now);
    }
}
