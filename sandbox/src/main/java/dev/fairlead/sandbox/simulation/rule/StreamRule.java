package dev.fairlead.sandbox.simulation.rule;

import java.time.Instant;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/** One stream of the log: versions from 1 without a gap, chained, times that never go back. */
public final class StreamRule {

    private long version;
    private Hash hash = Hash.ZERO;
    private Instant time = Instant.EPOCH;

    /**
     * Takes the next event.
     *
     * @throws Violation
     *             when it does not follow the one before
     */
    public void next(LoggedEvent event) {
        Violation.unless(event.event().version() == version + 1, "versions without a gap",
                () -> "expected version " + (version + 1) + ", but got " + event.id());
        Violation.unless(event.previous().equals(hash), "the chain holds",
                () -> event.id() + " is not chained to the one before");
        Violation.unless(HashChain.next(hash, event.event()).equals(event.hash()),
                "the chain holds", () -> event.id() + " has another hash than its bytes");
        Violation.unless(!event.event().time().isBefore(time), "times never go back",
                () -> event.id() + " is before " + time);
        version = event.event().version();
        hash = event.hash();
        time = event.event().time();
    }

    /** The version of the last event. */
    public long version() {
        return version;
    }
}
