package dev.fairlead.orchestrator.rollout;

import java.util.List;

import dev.fairlead.events.fact.RolloutFact;

/** What follows from a command. */
public sealed interface Decision {

    /**
     * The command was taken into account.
     *
     * @param facts
     *            in order; empty for a word that is stale, late or repeated
     */
    record Accepted(List<RolloutFact> facts) implements Decision {

        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A person asked for what cannot be done.
     *
     * @param facts
     *            that keep the refusal; empty when the target is not known
     */
    record Rejected(Rejection reason, List<RolloutFact> facts) implements Decision {

        public Rejected {
            facts = List.copyOf(facts);
        }
    }
}
