package dev.fairlead.orchestrator.rollout.tell;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.ConsentFact;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.GateOverdue;
import dev.fairlead.events.fact.GateRefused;
import dev.fairlead.events.fact.GateShut;
import dev.fairlead.events.fact.RequestRefused;
import dev.fairlead.events.fact.RolloutHeld;
import dev.fairlead.events.fact.RolloutPaused;
import dev.fairlead.events.fact.RolloutProposed;
import dev.fairlead.events.fact.RolloutResumed;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What is ordered and told of people's wishes and consent. */
final class GateNews {

    private GateNews() {}

    static void of(OrderSheet sheet, TargetState after, ConsentFact fact) {
        String canary = sheet.texts().canary();
        switch (fact) {
            case RolloutProposed _,RolloutHeld _ -> sheet.status();
            case GateOpened it -> opened(sheet, it);
            case GateRefused it -> refused(sheet, after, it);
            case GateShut it -> shut(sheet, it);
            case GateOverdue it -> overdue(sheet, it);
            case RolloutPaused it ->
                    sheet.status(Note.normal("Pausing " + canary + " " + it.reason()));
            case RolloutResumed it ->
                    sheet.status(Note.normal("Resuming " + canary + " " + it.reason()));
            case AnalysisWaived it -> sheet
                    .status(Note.normal("Promoting " + canary + " by hand " + it.reason()));
            case RequestRefused _ -> {
                // the person is told, and nothing has changed
            }
        }
    }

    private static void opened(OrderSheet sheet, GateOpened fact) {
        switch (fact.by()) {
            case HOOK -> {
                // that a rollback hook says so is told with the rollback, after its route
                if (fact.kind() != HookType.ROLLBACK) {
                    sheet.status(fact.hooks()
                            .stream()
                            .map(hook -> Texts.passed(fact.kind(), hook))
                            .toArray(Note[]::new));
                }
            }
            case PERSON, TIMEOUT -> sheet.status(Note.normal("Opening " + fact.kind().wireName()
                    + " of " + sheet.texts().canary() + " " + fact.reason()));
        }
    }

    /** People are told of the first refusal; after it the gate is asked on and on. */
    private static void refused(OrderSheet sheet, TargetState after, GateRefused fact) {
        if (!fact.again()) {
            sheet.status(notes(sheet, after, fact).toArray(Note[]::new));
            boolean mute = after.definition()
                    .hooks(fact.kind())
                    .stream()
                    .anyMatch(hook -> hook.name().equals(fact.hook()) && hook.muteAlert());
            if (!mute) {
                alert(sheet, fact.kind());
            }
        }
        sheet.gate(fact.kind(), fact.due());
    }

    private static List<Note> notes(OrderSheet sheet, TargetState after, GateRefused fact) {
        List<Note> notes = new ArrayList<>();
        if (fact.kind() == HookType.ROLLBACK) {
            for (Hook hook : after.definition().hooks(HookType.ROLLBACK)) {
                notes.add(Note.normal(
                        "Rollback hook " + hook.name() + " not signaling a rollback"));
            }
            return notes;
        }
        fact.passed().forEach(hook -> notes.add(Texts.passed(fact.kind(), hook)));
        notes.add(Note.warning(halt(sheet, fact.kind(), fact.hook())));
        return notes;
    }

    private static void shut(OrderSheet sheet, GateShut fact) {
        sheet.status(Note.warning("Shutting " + fact.kind().wireName() + " of "
                + sheet.texts().canary() + " " + fact.reason()));
        alert(sheet, fact.kind());
    }

    private static void overdue(OrderSheet sheet, GateOverdue fact) {
        sheet.status(Note.warning(halt(sheet, fact.kind(), "since " + fact.since())));
        alert(sheet, fact.kind());
    }

    private static String halt(OrderSheet sheet, HookType type, String hook) {
        String what = switch (type) {
            case CONFIRM_TRAFFIC_INCREASE -> "traffic increase ";
            case CONFIRM_PROMOTION -> "promotion ";
            case CONFIRM_ROLLOUT, PRE_ROLLOUT, ROLLOUT, POST_ROLLOUT, ROLLBACK, EVENT -> "";
        };
        return "Halt " + sheet.texts().canary() + " advancement waiting for " + what + "approval "
                + hook;
    }

    private static void alert(OrderSheet sheet, HookType type) {
        switch (type) {
            case CONFIRM_ROLLOUT -> sheet.tell(Severity.WARN, "Canary is waiting for approval.");
            case CONFIRM_TRAFFIC_INCREASE -> sheet.tell(Severity.WARN,
                    "Canary traffic increase is waiting for approval.");
            case CONFIRM_PROMOTION -> sheet.tell(Severity.WARN,
                    "Canary promotion is waiting for approval.");
            case PRE_ROLLOUT, ROLLOUT, POST_ROLLOUT, ROLLBACK, EVENT -> {
                // nobody waits for these
            }
        }
    }
}
