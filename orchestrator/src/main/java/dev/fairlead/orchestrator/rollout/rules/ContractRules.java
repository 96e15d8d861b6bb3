package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.RolloutId;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.DefinitionRejected;
import dev.fairlead.events.fact.DefinitionRevised;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.Standing.Contract;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.fact.TargetReverted;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.orchestrator.rollout.state.Pending;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows when a Canary appears, says something else, or goes. */
final class ContractRules {

    private ContractRules() {}

    static void changed(Draft draft, DefinitionChanged it) {
        boolean sameLife = it.life().equals(draft.state().life());
        if (draft.step() == Step.UNREGISTERED || !sameLife) {
            gone(draft);
            draft.add(new TargetRegistered(new FactHead(it.life(), RolloutId.NONE, draft.at()),
                    it.canary().generation(), it.definition()));
        } else if (it.canary().generation() >= contract(draft).generation()) {
            revised(draft, it.canary().generation(), it.definition());
        }
    }

    private static void revised(Draft draft, long generation, Definition next) {
        Contract contract = contract(draft);
        boolean said = next.equals(contract.definition())
                && contract.next().equals(Definition.NONE) || next.equals(contract.next());
        if (said && contract.problems().isEmpty() && generation == contract.generation()) {
            return;
        }
        Definition before = contract.definition();
        boolean anew = Edits.needPreparation(before, next);
        boolean deferred = anew && draft.step() != Step.STRANDED
                && draft.state().isRollingOut();
        draft.add(new DefinitionRevised(draft.head(), generation, next, deferred));
        switch (draft.state().stage()) {
            case PROGRESSING, PROMOTING -> {
                if (deferred && draft.step() != Step.ESCAPING) {
                    RetreatRules.endForPreparation(draft);
                } else if (!anew) {
                    route(draft, before, next);
                    GateRules.edited(draft);
                }
            }
            case INITIALIZING -> {
                if ((anew || Edits.touchRoute(before, next))
                        && draft.step() != Step.AWAITING_WORKLOAD) {
                    InitializationRules.prepare(draft);
                }
            }
            case IDLE -> {
                if (anew) {
                    InitializationRules.prepare(draft);
                } else {
                    route(draft, before, next);
                }
            }
            case UNREGISTERED, DRAINING, ROLLING_BACK -> route(draft, before, next);
            case TERMINATING -> {
                // what is given back is not written any more
            }
        }
        RevisionRules.takeUp(draft);
    }

    /** A definition that is deferred is not in force, so its route is not written either. */
    private static void route(Draft draft, Definition before, Definition next) {
        if (draft.definition().equals(next) && Edits.touchRoute(before, next)) {
            RouteRules.repair(draft);
        }
    }

    static void refused(Draft draft, DefinitionRefused it) {
        boolean sameLife = it.life().equals(draft.state().life());
        Contract contract = contract(draft);
        boolean heard = sameLife && (it.canary().generation() < contract.generation()
                || it.problems().equals(contract.problems()));
        if (heard) {
            return;
        }
        if (!sameLife) {
            gone(draft);
        }
        draft.add(new DefinitionRejected(
                new FactHead(it.life(), draft.state().rollout(), draft.at()),
                it.canary().generation(), it.problems()));
    }

    static void gone(Draft draft) {
        if (draft.step() == Step.LETTING_GO && !draft.state().pending().equals(Pending.NONE)) {
            // That it is gone says that it was let go, whether or not the router has told yet.
            draft.add(new TargetReverted(draft.head(), false));
        }
        if (draft.step() != Step.UNREGISTERED) {
            draft.add(new TargetRemoved(draft.head()));
        }
    }

    /** A definition that waited for the end of a rollout takes its place. */
    static void takeNext(Draft draft) {
        Contract contract = contract(draft);
        if (!contract.next().equals(Definition.NONE)) {
            draft.add(new DefinitionRevised(draft.head(), contract.generation(), contract.next(),
                    false));
            InitializationRules.prepare(draft);
        }
    }

    private static Contract contract(Draft draft) {
        return draft.state().standing().contract();
    }
}
