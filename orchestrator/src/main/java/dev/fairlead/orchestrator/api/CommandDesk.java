package dev.fairlead.orchestrator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.inbox.CommandBody;
import dev.fairlead.orchestrator.inbox.CommandName;
import dev.fairlead.orchestrator.inbox.Inbox;

/** Where people's commands are handed in; decided by the instance that is active. */
public final class CommandDesk {

    /** How long a request waits for the decision; after it the command's address is told. */
    static final Duration WAIT = Duration.ofSeconds(10);
    /** Time between two looks for the answer. */
    static final Duration LOOK_EVERY = Duration.ofMillis(25);
    /** Requests that wait at a time; the others are told the address at once. */
    static final int WAITING_AT_MOST = 64;

    private final Inbox inbox;
    private final Semaphore places = new Semaphore(WAITING_AT_MOST);

    public CommandDesk(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Hands a command in and waits for its answer, for {@link #WAIT} at most.
     *
     * @param key
     *            the same key with the same command is the same request
     * @throws NotAllowed
     *             when the caller may not operate the target
     * @throws KeyUsed
     *             when the key was used for something else
     */
    public CommandView ask(CommandName command, TargetKey target, CommandRequest body,
            Caller caller, String key) {
        if (!caller.person().may(Role.OPERATOR, target)) {
            throw NotAllowed.missing(Role.OPERATOR, target);
        }
        if (!inbox.handIn(asked(command, target, body, caller, key))) {
            throw new KeyUsed(key);
        }
        return awaited(key);
    }

    /** What became of a command. */
    public CommandView find(String id) {
        return new CommandView(inbox.find(id).orElseThrow(() -> new NotKnown(id)));
    }

    private AskedCommand asked(CommandName command, TargetKey target, CommandRequest body,
            Caller caller, String key) {
        String own = caller.person().name();
        String name = body.actor().isEmpty() || body.actor().equals(own)
                ? own
                : body.actor() + " via " + own;
        var content = new CommandBody(body.reason(), body.gate(), body.expectStep(),
                body.expectRollout(), caller.person().authentication(), caller.address());
        return new AskedCommand(key, inbox.actor(name), target.toString(), command.type(),
                content.json(), Instant.now().plus(Inbox.patience(command.type())));
    }

    private CommandView awaited(String id) {
        boolean waits = places.tryAcquire();
        try {
            long end = System.nanoTime() + (waits ? WAIT.toNanos() : 0);
            while (true) {
                CommandView view = find(id);
                if (view.isDecided() || System.nanoTime() >= end) {
                    return view;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } finally {
            if (waits) {
                places.release();
            }
        }
    }

    /**
     * Who asks.
     *
     * @param address
     *            where the request came from
     */
    public record Caller(Person person, String address) {}
}
