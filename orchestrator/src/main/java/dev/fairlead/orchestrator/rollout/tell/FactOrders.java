package dev.fairlead.orchestrator.rollout.tell;

import java.util.List;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisHeld;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.ConsentFact;
import dev.fairlead.events.fact.DefinitionRejected;
import dev.fairlead.events.fact.DefinitionRevised;
import dev.fairlead.events.fact.DeletionFact;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.EffectRefused;
import dev.fairlead.events.fact.EffectReordered;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.fact.IdleTargetScaled;
import dev.fairlead.events.fact.InitializationStalled;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.PreparationOrdered;
import dev.fairlead.events.fact.PrimaryChanged;
import dev.fairlead.events.fact.PrimaryRecorded;
import dev.fairlead.events.fact.PromotionFailed;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.ReadinessObserved;
import dev.fairlead.events.fact.RemakeRefused;
import dev.fairlead.events.fact.RevisionNoted;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.events.fact.RouteDrifted;
import dev.fairlead.events.fact.StatusRestated;
import dev.fairlead.events.fact.TargetInitialized;
import dev.fairlead.events.fact.TargetPrepared;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkerMissed;
import dev.fairlead.events.fact.WorkloadMissed;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.fact.WorkloadScaled;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Which orders belong to which fact; the most urgent first. */
public final class FactOrders {

    private FactOrders() {}

    /** The orders of a fact, with the state that it led to. */
    public static List<Order> of(TargetState after, RolloutFact fact, long epoch) {
        OrderSheet sheet = new OrderSheet(after, fact, epoch);
        switch (fact) {
            case TargetRegistered _,DefinitionRevised _,StatusRestated _,AnalysisHeld _,PrimaryChanged _ ->
                    sheet.status();
            case ConsentFact it -> GateNews.of(sheet, after, it);
            case DefinitionRejected it -> sheet.status(it.problems()
                    .stream()
                    .map(Problem::message)
                    .map(Note::warning)
                    .toArray(Note[]::new));
            case WorkloadMissed it -> sheet.status(Note.warning(it.reason()));
            case IdleTargetScaled it -> sheet.status(Note.warning(it.reason()));
            case PreparationOrdered it -> sheet.prepare(it.stage(), it.canary());
            case ReadinessObserved it -> readiness(sheet, it);
            case WorkloadScaleOrdered it -> sheet.scale(it.direction());
            case TargetInitialized _ -> initialized(sheet);
            case InitializationStalled it -> sheet.status(Note.warning(it.reason()));
            case RolloutStarted it -> started(sheet, it);
            case CanaryReady _ -> sheet.status(TrialNews.begin(sheet.texts(), after));
            case IterationStarted it -> sheet.status(TrialNews.iteration(sheet.texts(), after, it));
            case HooksOrdered it -> sheet.hooks(it.kind(), it.due());
            case HooksPassed it -> notes(sheet, sheet.texts().hooks(it));
            case HooksFailed it -> hooksFailed(sheet, after, it);
            case TrafficShiftOrdered it -> shift(sheet, it);
            case TrafficShifted it -> shifted(sheet, after, it);
            case AnalysisOrdered _ -> sheet.analyse();
            case AnalysisFailed it -> analysisFailed(sheet, after, it);
            case WorkerMissed _,EffectReordered _ -> EffectAgain.order(sheet, after);
            case EffectRefused it -> sheet.status(Note.warning(it.message()));
            case RemakeRefused it -> sheet.status(Note.warning(it.message()));
            case PromotionOrdered _ -> sheet.promote()
                    .status(Note.normal("Copying "
                            + sheet.texts().target() + " template spec to "
                            + sheet.texts().primary()));
            case PromotionFailed it -> promotionFailed(sheet, it);
            case RollbackOrdered it -> Farewells.rollback(sheet, after, it);
            case RolloutSuperseded _ -> sheet.shift();
            case RolloutSucceeded _ -> Farewells.succeeded(sheet, after);
            case RolloutFailed _ -> Farewells.failed(sheet, after);
            case RolloutWithdrawn _ -> sheet.status();
            case DrainStarted _,WorkloadScaled _,TargetPrepared _,RevisionNoted _,PrimaryRecorded _ ->
                    {
                    }
            case DeletionFact it -> Farewells.going(sheet, after, it);
            case RouteDrifted _,AnalysisPassed _,WorkloadPromoted _ -> {
            }
        }
        return sheet.orders();
    }

    private static void readiness(OrderSheet sheet, ReadinessObserved fact) {
        if (!fact.readiness().reason().isEmpty()) {
            sheet.status(Note.warning(fact.readiness().reason()));
        }
    }

    private static void initialized(OrderSheet sheet) {
        sheet.status(Note.normal("Initialization done! " + sheet.texts().canary()))
                .tellInFull(Severity.INFO,
                        "New " + sheet.texts().kind() + " detected, initialization completed.");
    }

    private static void started(OrderSheet sheet, RolloutStarted fact) {
        if (fact.restarted()) {
            sheet.status(Note.normal(
                    "New revision detected! Restarting analysis for " + sheet.texts().target()));
        } else {
            sheet.status(Note
                    .normal("New revision detected! Scaling up " + sheet.texts().target()))
                    .tellInFull(Severity.INFO,
                            "New revision detected, progressing canary analysis.");
        }
    }

    private static void notes(OrderSheet sheet, List<Note> notes) {
        boolean anything = notes.stream().anyMatch(note -> !note.text().isEmpty());
        if (anything) {
            sheet.status(notes.toArray(Note[]::new));
        }
    }

    /** When the threshold is reached the rollback tells all of it, after the route. */
    private static void hooksFailed(OrderSheet sheet, TargetState after, HooksFailed fact) {
        if (!isThresholdReached(after)) {
            notes(sheet, sheet.texts().hooks(fact));
        }
    }

    private static void analysisFailed(OrderSheet sheet, TargetState after, AnalysisFailed fact) {
        if (!isThresholdReached(after)) {
            sheet.status(Note.warning(fact.halt()));
        }
    }

    private static boolean isThresholdReached(TargetState after) {
        int threshold = Math.max(1, after.definition().analysis().threshold());
        return after.isRollingOut() && after.attempt().failedChecks() >= threshold;
    }

    private static void shift(OrderSheet sheet, TrafficShiftOrdered fact) {
        if (fact.purpose() == Purpose.REPAIR) {
            sheet.prepare(Stage.TRAFFIC, fact.canary()).prepare(Stage.PRIMARY, fact.canary());
        } else {
            sheet.shift();
        }
    }

    /** A step is followed by a wait, a repair by nothing: people were told of its weight before. */
    private static boolean isRepaired(TrafficShifted fact) {
        return !fact.due().isAfter(fact.at());
    }

    private static void shifted(OrderSheet sheet, TargetState after, TrafficShifted fact) {
        if (isRepaired(fact)) {
            return;
        }
        switch (after.step()) {
            case RESTING -> notes(sheet, TrialNews.shifted(sheet.texts(), after, fact));
            case ROUTING_BACK, ROUTING_REST -> sheet
                    .status(TrialNews.back(sheet.texts(), after, fact.canary()));
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    PREPARING_TRAFFIC, TAKEOVER_DRAIN, STANDING_DOWN, IDLE, STRANDED, RESTARTING,
                    SCALING_UP, AWAITING_CANARY, AWAITING_ROLLOUT_GATE, PRE_ROLLOUT,
                    PRE_ROLLOUT_REST,
                    SHIFTING, ROLLOUT_HOOKS, ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE,
                    AWAITING_PROMOTION_GATE, COPYING, AWAITING_PROMOTED, ESCAPING, PROMOTION_DRAIN,
                    SCALING_DOWN, RETREATING, ROLLBACK_DRAIN, GIVING_UP, REVIVING, AWAITING_REVIVED,
                    GIVING_BACK, REVERT_DRAIN, LETTING_GO -> {
                // told by the fact that follows
            }
        }
    }

    private static void promotionFailed(OrderSheet sheet, PromotionFailed fact) {
        sheet.shift()
                .status(Note.warning("Promotion of " + sheet.texts().target()
                        + " failed, primary not ready: " + fact.reason()))
                .tell(Severity.ERROR, "Promotion failed, primary not ready: " + fact.reason());
    }
}
