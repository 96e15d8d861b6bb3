package dev.fairlead.sandbox.rollout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.fairlead.events.Fence;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.rollout.state.TargetState;
import dev.fairlead.sandbox.rollout.Ledger.Line;
import dev.fairlead.sandbox.rollout.Witness.Sight;

import static org.assertj.core.api.Assertions.assertThat;

/** What is true of every target at rest, seen from outside, whatever happened to it. */
public final class Invariants {

    private static final int WHOLE = 100;

    private final Stage stage;
    private final Chronicle log;

    Invariants(Stage stage) {
        this.stage = stage;
        this.log = stage.log();
    }

    /** Waits until nothing moves, then checks them all. */
    public void hold() {
        Stage.soon("the status tells what the log says in " + stage.namespace())
                .untilAsserted(this::statusAndEventsTellTheLog);
        holdInTheLog();
        routesSumUpAndObeyTheLog();
        fencesOnlyGrowAndNameEvents();
        new PaperTrail(stage).holds();
    }

    /** Those that need no cluster: for a target that is gone with its namespace. */
    public void holdInTheLog() {
        versionsAreDenseAndChained();
        Stage.soon("the head row is the fold of " + stage.namespace())
                .untilAsserted(() -> assertThat(log.head()).contains(folded()));
        whatIsPromotedWasAnalysed();
        noRolledBackRolloutGetsTraffic();
    }

    void versionsAreDenseAndChained() {
        long version = 0;
        Hash previous = Hash.ZERO;
        for (LoggedEvent event : log.events()) {
            version++;
            assertThat(event.event().version()).as(event.id()).isEqualTo(version);
            assertThat(event.previous()).as("chain before %s", event.id()).isEqualTo(previous);
            assertThat(event.hash()).as("hash of %s", event.id())
                    .isEqualTo(HashChain.next(previous, event.event()));
            previous = event.hash();
        }
    }

    private TargetState folded() {
        return Ledger.of(log).state(TargetState.unknown(log.target()));
    }

    void whatIsPromotedWasAnalysed() {
        Set<RolloutId> passed = new HashSet<>();
        for (RolloutFact fact : log.facts()) {
            if (fact instanceof AnalysisPassed || fact instanceof AnalysisWaived) {
                passed.add(fact.rollout());
            } else if (fact instanceof PromotionOrdered) {
                assertThat(passed).as("analysed before promoted").contains(fact.rollout());
            }
        }
    }

    void noRolledBackRolloutGetsTraffic() {
        Set<RolloutId> rolledBack = new HashSet<>();
        for (RolloutFact fact : log.facts()) {
            if (fact instanceof RollbackOrdered) {
                rolledBack.add(fact.rollout());
            } else if (fact instanceof TrafficShiftOrdered shift
                    && rolledBack.contains(fact.rollout())) {
                assertThat(shift.canary().percent()).as("%s after its rollback", shift).isZero();
            }
        }
    }

    void statusAndEventsTellTheLog() {
        GenericKubernetesResource canary = stage.canary();
        Ledger ledger = Ledger.of(log);
        ReportStatus last = ledger.orders(ReportStatus.class)
                .reduce((_, next) -> next)
                .orElseThrow(() -> new AssertionError("nothing was ever told"));
        assertThat(told(canary)).isEqualTo(expected(last));
        var shown = ledger.state(TargetState.unknown(log.target())).standing().shown();
        assertThat(last.status().phase()).isEqualTo(shown.phase());
        assertThat(last.status().canaryWeight()).isEqualTo(shown.weight());
        assertThat(last.status().failedChecks()).isEqualTo(shown.failedChecks());
        eventsAreThoseOfTheLog(ledger);
    }

    private static List<Object> expected(ReportStatus order) {
        CanaryStatus status = order.status();
        return List.of(order.head().life().uid(), status.phase(),
                status.canaryWeight().percent(), status.failedChecks(), status.iterations(),
                status.cookies().canary(), status.lastAppliedSpec(),
                status.lastPromotedSpec(), status.trackedConfigs(), status.rollout(),
                status.why(), order.head().fence().toString(),
                status.conditions()
                        .stream()
                        .map(it -> it.type() + "=" + it.status() + " " + it.reason())
                        .sorted()
                        .toList());
    }

    private static List<Object> told(GenericKubernetesResource canary) {
        List<Map<String, Object>> conditions =
                Objects.requireNonNullElse(canary.get("status", "conditions"), List.of());
        return List.of(canary.getMetadata().getUid(), text(canary, "phase"),
                Objects.requireNonNullElse(canary.get("status", "canaryWeight"), -1),
                Objects.requireNonNullElse(canary.get("status", "failedChecks"), -1),
                Objects.requireNonNullElse(canary.get("status", "iterations"), -1),
                text(canary, "sessionAffinityCookie"), text(canary, "lastAppliedSpec"),
                text(canary, "lastPromotedSpec"),
                Objects.requireNonNullElse(canary.get("status", "trackedConfigs"), Map.of()),
                text(canary, "fairlead", "rollout"), text(canary, "fairlead", "why"),
                text(canary, "fairlead", "fence"),
                conditions.stream()
                        .map(it -> it.get("type") + "=" + it.get("status") + " "
                                + it.get("reason"))
                        .sorted()
                        .toList());
    }

    private static String text(GenericKubernetesResource canary, String... path) {
        Object[] whole = new Object[path.length + 1];
        whole[0] = "status";
        System.arraycopy(path, 0, whole, 1, path.length);
        return Objects.toString(canary.get(whole), "");
    }

    private void eventsAreThoseOfTheLog(Ledger ledger) {
        Map<String, Long> noted = ledger.orders(ReportStatus.class)
                .flatMap(order -> order.events()
                        .stream()
                        .map(note -> saying(order.head().life().uid(), note)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Long> written = stage.canaryEvents()
                .stream()
                .collect(Collectors.toMap(Invariants::saying,
                        event -> (long) Objects.requireNonNullElse(event.getCount(), 1),
                        Long::sum));
        // a Canary that was deleted meanwhile has not heard the end of what happened to it
        String life = stage.canary().getMetadata().getUid();
        assertThat(noted.keySet()).as("events in the log").containsAll(written.keySet());
        assertThat(written.keySet()).as("Kubernetes events")
                .containsAll(noted.keySet()
                        .stream()
                        .filter(saying -> saying.startsWith(life))
                        .toList());
        written.forEach((saying, count) -> assertThat(count).as("count of %s", saying)
                .isLessThanOrEqualTo(noted.get(saying)));
    }

    private static String saying(String life, EventNote note) {
        return life + " " + (note.warning() ? "Warning " : "Normal ") + note.message();
    }

    private static String saying(Event event) {
        return event.getInvolvedObject().getUid() + " " + event.getType() + " "
                + event.getMessage();
    }

    void routesSumUpAndObeyTheLog() {
        Ledger ledger = Ledger.of(log);
        stage.witness()
                .sights()
                .stream()
                .filter(sight -> Set.of("VirtualService", "HTTPRoute").contains(sight.kind()))
                .filter(sight -> !stage.witness().isForgiven(sight))
                .filter(sight -> !sight.fence().equals(Fence.NONE))
                .forEach(sight -> obeys(ledger, sight));
    }

    private static void obeys(Ledger ledger, Sight route) {
        assertThat(Shares.of(route.object()).stream().mapToInt(it -> it).sum())
                .as("weights of %s", route)
                .isEqualTo(WHOLE);
        assertThat(Shares.canary(route.object())).as("weight of %s", route)
                .isEqualTo(ledger.at(route.fence()).flatMap(Invariants::ordered).orElse(-1));
    }

    private static Optional<Integer> ordered(Line line) {
        return line.orders()
                .stream()
                .flatMap(order -> route(order).stream())
                .map(Weight::percent)
                .findFirst();
    }

    private static Optional<Weight> route(Order order) {
        return switch (order) {
            case ShiftTraffic shift -> Optional.of(shift.canary());
            case PrepareTarget prepare -> Optional.of(prepare.canary());
            case ScaleWorkload _,PromoteWorkload _,RevertTarget _,ReportStatus _ ->
                    Optional.empty();
            case RunAnalysis _,CallHooks _,SendNotice _ -> Optional.empty();
        };
    }

    void fencesOnlyGrowAndNameEvents() {
        Ledger ledger = Ledger.of(log);
        Map<String, Fence> highest = new HashMap<>();
        for (Sight sight : stage.witness().sights()) {
            String object = sight.kind() + "/" + sight.name() + " " + sight.uid();
            Fence before = highest.getOrDefault(object, Fence.NONE);
            assertThat(sight.fence().isBelow(before))
                    .as("fence of %s falls from %s to %s", object, before, sight.fence())
                    .isFalse();
            highest.put(object, sight.fence());
            if (!sight.fence().equals(Fence.NONE)) {
                Line line = ledger.at(sight.fence())
                        .orElseThrow(() -> new AssertionError("no event for " + sight));
                assertThat(line.orders()).as("orders of %s, shown by %s", line.fact(), object)
                        .anyMatch(order -> mayWrite(order, sight.kind()));
            }
        }
    }

    private static boolean mayWrite(Order order, String kind) {
        return switch (kind) {
            case "Canary" -> order instanceof ReportStatus;
            case "Deployment" -> order instanceof ScaleWorkload
                    || order instanceof PromoteWorkload || order instanceof PrepareTarget
                    || order instanceof RevertTarget;
            // a Service that is the target has copies that follow it
            case "Service" -> order instanceof PrepareTarget || order instanceof RevertTarget
                    || order instanceof ScaleWorkload || order instanceof PromoteWorkload;
            default -> order instanceof ShiftTraffic || order instanceof PrepareTarget
                    || order instanceof RevertTarget; // routes
        };
    }
}
