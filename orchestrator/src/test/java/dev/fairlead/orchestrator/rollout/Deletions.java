package dev.fairlead.orchestrator.rollout;

import dev.fairlead.events.fact.RevertOrdered;
import dev.fairlead.events.fact.TargetReverted;
import dev.fairlead.events.fact.TerminationStalled;
import dev.fairlead.events.fact.TerminationStarted;

import static dev.fairlead.orchestrator.rollout.Phrase.one;

/** The facts of a Canary that is being deleted, as phrases. */
final class Deletions {

    private Deletions() {}

    static Phrase terminating() {
        return one(now -> new TerminationStarted(now.head()));
    }

    static Phrase stalled(String reason) {
        return one(now -> new TerminationStalled(now.head(), reason, now.in(Canaries.DEADLINE)));
    }

    static Phrase reverting(boolean adopted) {
        return one(now -> new RevertOrdered(now.head(), adopted, now.in(Facts.ANSWER)));
    }

    static Phrase reverted(boolean adopted) {
        return one(now -> new TargetReverted(now.head(), adopted));
    }
}
