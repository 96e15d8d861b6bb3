package dev.fairlead.orchestrator.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;

import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static org.assertj.core.api.Assertions.assertThat;

/** Every Kubernetes event is posted to the event hooks as well, with the phase that holds. */
class EventHookSpec {

    private static final Definition TOLD = Canaries.hooks(
            Canaries.hook("events", HookType.EVENT), Canaries.hook("more", HookType.EVENT));

    private final List<Order> orders = new ArrayList<>();
    private Told story = Told.given();

    @Test
    void a_promotion() {
        initialize();
        hear(targetAsksFor("v2"), done(), canaryPodsReady("v2"), done());
        hear(elapses(DeadlineKind.ANALYSIS), passes(), done());
        hear(elapses(DeadlineKind.ANALYSIS), passes(), done(), primaryPodsReady("v2"), done());
        hear(elapses(DeadlineKind.DRAIN), done());
        everyEventIsPosted();
        // The phase of the status that the event is written with; Flagger's is the one before.
        assertThat(posts()).containsExactly(
                "Initializing Warning podinfo-primary.test not ready",
                "Initialized Normal Initialization done! podinfo.test",
                "Progressing Normal New revision detected! Scaling up podinfo.test",
                "Progressing Normal Starting canary analysis for podinfo.test",
                "Progressing Normal Advance podinfo.test canary weight 20",
                "Progressing Normal Advance podinfo.test canary weight 40",
                "Promoting Normal Copying podinfo.test template spec to podinfo-primary.test",
                "Finalising Normal Routing all traffic to primary",
                "Succeeded Normal Promotion completed! Scaling down podinfo.test");
    }

    @Test
    void a_rollback_whose_route_comes_first() {
        initialize();
        hear(targetAsksFor("v2"), done(), canaryPodsReady("v2"), done());
        hear(elapses(DeadlineKind.ANALYSIS), fails(Places.HALT), elapses(DeadlineKind.ANALYSIS));
        orders.clear();
        hear(fails(Places.HALT));
        assertThat(orders.getFirst()).isInstanceOf(ShiftTraffic.class);
        hear(done(), elapses(DeadlineKind.DRAIN), done());
        everyEventIsPosted();
        assertThat(posts()).containsExactly("Progressing Warning " + Places.HALT,
                "Progressing Warning Rolling back podinfo.test failed checks threshold reached 2",
                "Failed Warning Canary failed! Scaling down podinfo.test");
    }

    private void initialize() {
        hear(canarySays(1, TOLD), targetAsksFor("v1"), done(),
                primaryPods("v1", Verdict.WAITING, "podinfo-primary.test not ready"),
                primaryPodsReady("v1"), done(), elapses(DeadlineKind.DRAIN), done());
    }

    private void hear(Saying... sayings) {
        Stream.of(sayings).forEach(saying -> {
            story = story.when(saying);
            orders.addAll(story.orders());
        });
    }

    private void everyEventIsPosted() {
        List<String> noted = orders.stream()
                .filter(ReportStatus.class::isInstance)
                .map(ReportStatus.class::cast)
                .flatMap(status -> status.events().stream())
                .map(EventNote::message)
                .toList();
        assertThat(calls()).extracting(call -> call.metadata().get("eventMessage"))
                .isEqualTo(noted);
        assertThat(calls()).allSatisfy(call -> {
            assertThat(call.hooks()).extracting(hook -> hook.name())
                    .containsExactly("events", "more");
            assertThat(call.metadata()).containsOnlyKeys("eventMessage", "eventType", "timestamp");
            assertThat(call.metadata().get("timestamp")).matches("\\d{13}");
        });
    }

    private List<String> posts() {
        return calls().stream()
                .map(call -> call.phase() + " " + call.metadata().get("eventType") + " "
                        + call.metadata().get("eventMessage"))
                .toList();
    }

    private List<CallHooks> calls() {
        return orders.stream()
                .filter(CallHooks.class::isInstance)
                .map(CallHooks.class::cast)
                .toList();
    }
}
