package dev.fairlead.orchestrator.rollout;

import dev.fairlead.events.fact.RevertOrdered;
import dev.fairlead.events.fact.TargetReverted;
import dev.fairlead.events.fact.TerminationStalled;
import dev.fairlead.events.fact.TerminationStarted;
import dev.fairlead.events.observation.DeletionRequested;

import static dev.fairlead.orchestrator.rollout.Phrase.one;

/** What is said and decided of a Canary that is being deleted. */
final class Deletions {

    private Deletions() {}

    static Saying canaryIsBeingDeleted() {
        return Sayings.seen(new DeletionRequested(Canaries.PODINFO, Facts.LIFE,
                Sayings.canary(1)));
    }

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
