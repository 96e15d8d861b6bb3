package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.RolloutId;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.DefinitionRejected;
import dev.fairlead.events.fact.DefinitionRevised;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.Standing.Contract;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
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
        boolean deferred = draft.state().isRollingOut() && Edits.needPreparation(before, next);
        draft.add(new DefinitionRevised(draft.head(), generation, next, deferred));
        if (deferred) {
            RetreatRules.endForPreparation(draft);
        } else if (draft.step() == Step.IDLE && Edits.needPreparation(before, next)) {
            InitializationRules.prepare(draft);
        } else if (Edits.touchRoute(before, next)) {
            RouteRules.repair(draft);
        }
        RevisionRules.takeUp(draft);
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
