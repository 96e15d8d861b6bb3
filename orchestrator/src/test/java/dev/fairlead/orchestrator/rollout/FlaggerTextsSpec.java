package dev.fairlead.orchestrator.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole rollouts told as Flagger 1.44.0 tells them: events, alerts and routes in its words and
 * order. What is ours to differ is named in each test.
 */
class FlaggerTextsSpec {

    private static final String WAITS =
            "podinfo-primary.test not ready: waiting for rollout to finish: ...";
    private static final String CANARY_WAITS = "canary deployment podinfo.test not ready:"
            + " waiting for rollout to finish: ...";
    private static final String DETECTED =
            "alert INFO New revision detected, progressing canary analysis.";

    private final List<String> told = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private Told story = Told.given();

    @Test
    void canary_success() {
        initialize(Canaries.hooks(Canaries.hook("smoke", HookType.PRE_ROLLOUT),
                Canaries.hook("post", HookType.POST_ROLLOUT)));
        hear(targetAsksFor("v2"), done(), canaryPodsReady("v2"),
                hookPasses(HookType.PRE_ROLLOUT, "smoke"), done());
        hear(elapses(DeadlineKind.ANALYSIS), passes(), done());
        hear(elapses(DeadlineKind.ANALYSIS), passes(), done(), primaryPodsReady("v2"), done());
        hear(elapses(DeadlineKind.DRAIN), done(), hookPasses(HookType.POST_ROLLOUT, "post"));
        // Flagger tells the post-rollout hook just before the promotion, for it waits for it.
        assertThat(told).containsExactly("Warning " + WAITS,
                "Normal Initialization done! podinfo.test",
                "alert INFO New Deployment detected, initialization completed.",
                "Normal New revision detected! Scaling up podinfo.test", DETECTED,
                "Normal Starting canary analysis for podinfo.test",
                "Normal Pre-rollout check smoke passed", "route canary=20",
                "Normal Advance podinfo.test canary weight 20", "route canary=40",
                "Normal Advance podinfo.test canary weight 40",
                "Normal Copying podinfo.test template spec to podinfo-primary.test",
                "route canary=0", "Normal Routing all traffic to primary",
                "Normal Promotion completed! Scaling down podinfo.test",
                "alert INFO Canary analysis completed successfully, promotion finished.",
                "Normal Post-rollout check post passed");
    }

    @Test
    void rollback_threshold() {
        initialize(Canaries.podinfo());
        told.clear();
        hear(targetAsksFor("v2"), done(), canaryPodsReady("v2"), done());
        hear(elapses(DeadlineKind.ANALYSIS), fails(Places.HALT));
        hear(elapses(DeadlineKind.ANALYSIS), fails(Places.HALT), done());
        hear(elapses(DeadlineKind.DRAIN), done());
        // The route comes before the words.
        assertThat(told).containsExactly("Normal New revision detected! Scaling up podinfo.test",
                DETECTED, "Normal Starting canary analysis for podinfo.test", "route canary=20",
                "Normal Advance podinfo.test canary weight 20", "Warning " + Places.HALT,
                "route canary=0", "Warning " + Places.HALT,
                "Warning Rolling back podinfo.test failed checks threshold reached 2",
                "alert ERROR Failed checks threshold reached 2",
                "Warning Canary failed! Scaling down podinfo.test");
    }

    @Test
    void never_ready() {
        initialize(Canaries.podinfo());
        told.clear();
        hear(targetAsksFor("v2"), done(), canaryPods("v2", Verdict.WAITING, CANARY_WAITS),
                elapses(DeadlineKind.READINESS), done());
        hear(elapses(DeadlineKind.DRAIN), done());
        // The event and the alert of the rollback are ours: Flagger meant to send them.
        assertThat(told).containsExactly("Normal New revision detected! Scaling up podinfo.test",
                DETECTED, "Warning " + CANARY_WAITS, "route canary=0",
                "Warning Rolling back podinfo.test progress deadline exceeded " + CANARY_WAITS,
                "alert ERROR Progress deadline exceeded " + CANARY_WAITS,
                "Warning Canary failed! Scaling down podinfo.test");
    }

    @Test
    void restart_in_analysis() {
        initialize(Canaries.podinfo());
        hear(targetAsksFor("v2"), done(), canaryPodsReady("v2"), done());
        hear(elapses(DeadlineKind.ANALYSIS), passes(), done());
        told.clear();
        hear(targetAsksFor("v3"), done(), done(), canaryPodsReady("v3"), done());
        assertThat(told).containsExactly("route canary=0",
                "Normal New revision detected! Restarting analysis for podinfo.test",
                "Normal Starting canary analysis for podinfo.test", "route canary=20",
                "Normal Advance podinfo.test canary weight 20");
    }

    @Test
    void pre_rollout_failure() {
        String halt = "Warning Halt podinfo.test advancement pre-rollout check smoke failed"
                + " smoke test failed";
        initialize(Canaries.hooks(Canaries.hook("smoke", HookType.PRE_ROLLOUT)));
        hear(targetAsksFor("v2"), done());
        told.clear();
        hear(canaryPodsReady("v2"), hookFails(HookType.PRE_ROLLOUT, "smoke", "smoke test failed"));
        hear(elapses(DeadlineKind.ANALYSIS),
                hookFails(HookType.PRE_ROLLOUT, "smoke", "smoke test failed"), done());
        hear(elapses(DeadlineKind.DRAIN), done());
        // Flagger says at each try that it starts the analysis; it has begun only once.
        assertThat(told).containsExactly("Normal Starting canary analysis for podinfo.test",
                halt, "route canary=0", halt,
                "Warning Rolling back podinfo.test failed checks threshold reached 2",
                "alert ERROR Failed checks threshold reached 2",
                "Warning Canary failed! Scaling down podinfo.test");
    }

    @Test
    void the_lines_under_an_alert() {
        initialize(Canaries.podinfo());
        assertThat(notices().getLast().fields())
                .containsExactly(field("Target", "Deployment/podinfo.test"),
                        field("Failed checks threshold", "2"), field("Progress deadline", "60s"),
                        field("Traffic routing", "Weight step: 20 max: 40"));
    }

    @Test
    void the_lines_under_an_alert_of_listed_weights() {
        initialize(Canaries.stepWeights(5, 30, 60));
        assertThat(notices().getLast().fields())
                .contains(field("Traffic routing", "Weight steps: 5,30,60 max: 0"));
    }

    private List<SendNotice> notices() {
        return orders.stream()
                .filter(SendNotice.class::isInstance)
                .map(SendNotice.class::cast)
                .toList();
    }

    private static SendNotice.Field field(String name, String value) {
        return new SendNotice.Field(name, value);
    }

    private void initialize(Definition definition) {
        hear(canarySays(1, definition), targetAsksFor("v1"), done(),
                primaryPods("v1", Verdict.WAITING, WAITS), primaryPodsReady("v1"), done(),
                elapses(DeadlineKind.DRAIN), done());
        story.at(Step.IDLE);
    }

    private void hear(Saying... sayings) {
        Stream.of(sayings).forEach(saying -> {
            story = story.when(saying);
            orders.addAll(story.orders());
            OrderLines.of(story.orders())
                    .stream()
                    .filter(line -> line.matches("(Normal|Warning|alert|route) .*"))
                    .forEach(told::add);
        });
    }
}
