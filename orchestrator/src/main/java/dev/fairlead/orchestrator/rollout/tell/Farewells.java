package dev.fairlead.orchestrator.rollout.tell;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.fact.DeletionFact;
import dev.fairlead.events.fact.RevertOrdered;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.fact.TargetReverted;
import dev.fairlead.events.fact.TerminationStalled;
import dev.fairlead.events.fact.TerminationStarted;
import dev.fairlead.orchestrator.rollout.state.Phases;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What is ordered and told when a rollout ends. */
final class Farewells {

    private Farewells() {}

    /** The route first; then the status, the events and the alert. */
    static void rollback(OrderSheet sheet, TargetState after, RollbackOrdered fact) {
        String canary = sheet.texts().canary();
        int failed = after.attempt().failedChecks();
        sheet.shift();
        switch (fact.cause()) {
            case CHECKS -> sheet
                    .status(Note.warning(fact.reason()),
                            Note.warning("Rolling back " + canary
                                    + " failed checks threshold reached " + failed))
                    .tell(Severity.ERROR, "Failed checks threshold reached " + failed);
            case DEADLINE -> sheet
                    .status(Note.warning("Rolling back " + canary
                            + " progress deadline exceeded " + fact.reason()))
                    .tell(Severity.ERROR, "Progress deadline exceeded " + fact.reason());
            case HOOK -> sheet
                    .status(Note.warning(fact.reason()),
                            Note.warning("Rolling back " + canary + " manual webhook invoked"))
                    .tell(Severity.WARN, "Rolling back manual webhook invoked");
            case PERSON, GATE -> sheet.status(Note.warning("Rolling back " + canary + " "
                    + fact.reason())).tell(Severity.WARN, "Rolling back " + fact.reason());
        }
    }

    static void succeeded(OrderSheet sheet, TargetState after) {
        if (after.definition().switches().skipAnalysis()) {
            sheet.status(Note.normal("Promotion completed! Canary analysis was skipped for "
                    + sheet.texts().target()))
                    .tell(Severity.INFO, "Canary analysis was skipped, promotion finished.");
            return;
        }
        sheet.status(Note
                .normal("Promotion completed! Scaling down " + sheet.texts().target()))
                .tell(Severity.INFO,
                        "Canary analysis completed successfully, promotion finished.");
    }

    static void going(OrderSheet sheet, TargetState after, DeletionFact fact) {
        switch (fact) {
            case TerminationStarted _ -> sheet.status(
                    Note.normal("Terminating canary " + sheet.texts().canary()));
            case TerminationStalled it -> sheet.status(Note.warning(it.reason()));
            case RevertOrdered it -> sheet.revert(it.adopted());
            case TargetReverted it -> reverted(sheet, after, it);
            case TargetRemoved _ -> removed(sheet, after);
        }
    }

    /** Nobody scales the target up again, which is as with Flagger, but said. */
    private static void removed(OrderSheet sheet, TargetState after) {
        if (after.definition().switches().revertOnDeletion()) {
            return;
        }
        sheet.status(Note.warning("Canary deleted without spec.revertOnDeletion: "
                + sheet.texts().kind() + " " + sheet.texts().target()
                + " keeps the scale that it has now, while its primary and routes go"));
    }

    /** A Canary that is let go without having been given back goes in silence. */
    private static void reverted(OrderSheet sheet, TargetState after, TargetReverted fact) {
        boolean terminated = after.standing().shown().phase().equals(Phases.TERMINATING);
        if (terminated && !fact.adopted()) {
            sheet.status(Note.normal("Terminated canary " + sheet.texts().canary()));
        }
    }

    /** After a failed promotion the canary serves, so nothing is scaled down. */
    static void failed(OrderSheet sheet, TargetState after) {
        boolean serves = after.step() == Step.STRANDED;
        sheet.status(serves
                ? Note.normal("")
                : Note.warning("Canary failed! Scaling down " + sheet.texts().canary()));
    }
}
