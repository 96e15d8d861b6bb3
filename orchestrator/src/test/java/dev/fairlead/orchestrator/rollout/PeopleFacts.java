package dev.fairlead.orchestrator.rollout;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.RolloutId;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.GateOpened.By;
import dev.fairlead.events.fact.GateOverdue;
import dev.fairlead.events.fact.GateRefused;
import dev.fairlead.events.fact.GateShut;
import dev.fairlead.events.fact.PrimaryChanged;
import dev.fairlead.events.fact.RequestRefused;
import dev.fairlead.events.fact.RolloutHeld;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.fact.RolloutPaused;
import dev.fairlead.events.fact.RolloutProposed;
import dev.fairlead.events.fact.RolloutResumed;

import static dev.fairlead.orchestrator.rollout.Phrase.one;

/** The facts of people and gates as phrases. */
final class PeopleFacts {

    private PeopleFacts() {}

    static Phrase paused(String reason) {
        return one(now -> new RolloutPaused(now.head(), reason));
    }

    static Phrase resumed(String reason) {
        return one(now -> new RolloutResumed(now.head(), reason));
    }

    static Phrase waived(String reason) {
        return one(now -> new AnalysisWaived(now.head(), reason));
    }

    /** What was said is not looked at. */
    static Phrase turnedDown(String request, String code, String reason) {
        return one(now -> new RequestRefused(now.head(), request, code, reason));
    }

    static Phrase proposed(String revision, int number) {
        return one(now -> new RolloutProposed(
                new FactHead(now.state().life(), RolloutId.of(Canaries.PODINFO, number), now.at()),
                Facts.revision(revision), number));
    }

    static Phrase waiting(Hold hold) {
        return one(now -> new RolloutHeld(now.head(), hold, now.in(Canaries.INTERVAL)));
    }

    static Phrase gateOpened(HookType type, String... hooks) {
        return one(now -> new GateOpened(now.head(), type, By.HOOK, List.of(hooks), ""));
    }

    static Phrase gateOpenedBy(By by, HookType type, String reason) {
        return one(now -> new GateOpened(now.head(), type, by, List.of(), reason));
    }

    /** Asked again after the minute for which it is asked once in each interval. */
    static Phrase gateRefused(HookType type, String hook, String error, boolean again) {
        return one(now -> new GateRefused(now.head(), type, List.of(), hook, error, again,
                now.in(60 + 40)));
    }

    static Phrase gateShut(HookType type, String reason) {
        return one(now -> new GateShut(now.head(), type, reason));
    }

    static Phrase gateOverdue(HookType type, Instant since, int next) {
        return one(now -> new GateOverdue(now.head(), type, since, now.in(next)));
    }

    static Phrase primaryChanged(String revision) {
        return one(now -> new PrimaryChanged(now.head(), Facts.revision(revision)));
    }
}
