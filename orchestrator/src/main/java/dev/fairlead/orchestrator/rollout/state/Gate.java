package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

import dev.fairlead.events.Fence;
import dev.fairlead.events.definition.HookType;

/**
 * A gate that is asked, or was.
 *
 * @param type
 *            which
 * @param version
 *            the stream version of the fact that last ordered to ask it
 * @param since
 *            when it was first asked
 * @param refused
 *            whether it refused, and people were told
 * @param shut
 *            whether a person has shut it, so that no hook opens it
 * @param open
 *            whether the rollout may go on, once nothing else holds it
 */
public record Gate(HookType type, long version, Instant since, boolean refused, boolean shut,
        boolean open) {

    static Gate asked(HookType type, long version, Instant since) {
        return new Gate(type, version, since, false, false, false);
    }

    Gate askedAgain(long next) {
        return new Gate(type, next, since, refused, shut, open);
    }

    Gate refusedAt(long next) {
        return new Gate(type, next, since, true, shut, open);
    }

    Gate shutByPerson() {
        return new Gate(type, version, since, true, true, false);
    }

    Gate opened() {
        return new Gate(type, version, since, refused, false, true);
    }

    /** Whether an answer to an order of this fence is that of its hooks, and counts. */
    public boolean isAnsweredBy(Fence fence) {
        return !open && !shut && fence.version() >= version;
    }

    /** The deadline after which it is asked anew. */
    static DeadlineKind deadline(HookType type) {
        return type == HookType.ROLLBACK ? DeadlineKind.ROLLBACK_GATE : DeadlineKind.GATE;
    }
}
