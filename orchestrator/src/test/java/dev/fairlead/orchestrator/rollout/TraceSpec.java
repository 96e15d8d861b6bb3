package dev.fairlead.orchestrator.rollout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Canaries.hook;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole rollouts of each strategy beside what Flagger 1.44.0 was seen to do with the same Canary:
 * events, alerts, routes, and every distinct status. What is ours to differ is named.
 */
class TraceSpec {

    private static final int STEPS_AT_MOST = 60;

    private final List<Order> orders = new ArrayList<>();

    @Test
    void canary_success() throws IOException {
        Trace trace = Trace.of("canary-success");
        roll(Canaries.hooks(hook("load", HookType.ROLLOUT), hook("post", HookType.POST_ROLLOUT),
                hook("smoke", HookType.PRE_ROLLOUT)));
        // the promotion does not wait for the hook that follows it
        trace.last("event Normal Post-rollout check post passed");
        compare(trace);
    }

    @Test
    void step_weights() throws IOException {
        roll(Canaries.stepWeights(5, 30, 60));
        compare(Trace.of("step-weights"));
    }

    @Test
    void blue_green() throws IOException {
        roll(Canaries.iterations(2).done());
        compare(Trace.of("blue-green"));
    }

    @Test
    void blue_green_with_copies() throws IOException {
        roll(Canaries.iterations(2).mirrored(30).done());
        compare(Trace.of("blue-green-mirror"));
    }

    @Test
    void canary_with_copies() throws IOException {
        roll(Canaries.weights(50, 50)
                .mirrored(0)
                .hooks(hook("inc", HookType.CONFIRM_TRAFFIC_INCREASE))
                .done());
        compare(Trace.of("canary-mirror"));
    }

    @Test
    void ab_headers() throws IOException {
        roll(Canaries.iterations(2)
                .matching("x-canary", "insider")
                .hooks(hook("gate", HookType.CONFIRM_PROMOTION), hook("pre", HookType.PRE_ROLLOUT))
                .done());
        compare(Trace.of("ab-headers"));
    }

    @Test
    void session_affinity() throws IOException {
        roll(Canaries.weights(20, 40).keepingUsers().done());
        compare(Trace.of("session-affinity"));
    }

    @Test
    void plain_services() throws IOException {
        roll(Canaries.iterations(2)
                .provider("kubernetes")
                .hooks(hook("confirm", HookType.CONFIRM_ROLLOUT),
                        hook("pre", HookType.PRE_ROLLOUT),
                        hook("promote", HookType.CONFIRM_PROMOTION))
                .done());
        Trace trace = Trace.of("kubernetes-blue-green");
        // asked once per promotion
        trace.once("event Normal Confirm-promotion check promote passed");
        assertThat(lines("event")).isEqualTo(trace.lines("event"));
        assertThat(lines("status")).isEqualTo(trace.lines("status"));
    }

    private void compare(Trace trace) {
        assertThat(lines("event")).isEqualTo(trace.lines("event"));
        assertThat(lines("alert")).isEqualTo(trace.lines("alert"));
        assertThat(lines("route")).isEqualTo(trace.lines("route"));
        assertThat(lines("status")).isEqualTo(trace.lines("status"));
    }

    /** From a new Canary to the end of its first rollout. */
    private void roll(Definition definition) {
        Told story = hear(Told.given(), Sayings.canarySays(1, definition));
        story = hear(story, Sayings.targetAsksFor("v1"));
        story = calm(story);
        story = hear(story, Sayings.targetAsksFor("v2"));
        story = calm(story);
        assertThat(story.state().revisions().promoted()).isEqualTo(Facts.revision("v2"));
    }

    private Told calm(Told story) {
        Told now = story;
        for (int i = 0; i < STEPS_AT_MOST && !rests(now); i++) {
            now = hear(now, Fair.answer(now.state()));
        }
        assertThat(rests(now)).as("rests: %s", now.state().why()).isTrue();
        return now;
    }

    private static boolean rests(Told story) {
        return story.state().step() == Step.IDLE && story.state().pending().what().isEmpty();
    }

    private Told hear(Told story, Saying saying) {
        Told now = story.when(saying);
        orders.addAll(now.orders());
        return now;
    }

    /** Ours, in the words of the traces; each followed by another. */
    private List<String> lines(String kind) {
        List<String> distinct = new ArrayList<>();
        orders.stream()
                .flatMap(TraceSpec::said)
                .filter(line -> line.startsWith(kind + " "))
                .filter(line -> kind.equals("event") || distinct.isEmpty()
                        || !distinct.getLast().equals(line))
                .forEach(distinct::add);
        return distinct;
    }

    private static Stream<String> said(Order order) {
        return switch (order) {
            case PrepareTarget it when it.stage() == Stage.TRAFFIC ->
                    Stream.of(route(it.canary(), it.mirrored(), it.cookies()));
            case ShiftTraffic it -> Stream.of(route(it.canary(), it.mirrored(), it.cookies()));
            case SendNotice it -> Stream.of("alert " + it.text() + (it.fields().isEmpty() ? ""
                    : it.fields()
                            .stream()
                            .map(field -> field.name() + "=" + field.value())
                            .collect(Collectors.joining("; ", " | ", ""))));
            case ReportStatus it -> Stream.concat(it.events()
                    .stream()
                    .map(event -> "event " + (event.warning() ? "Warning " : "Normal ")
                            + event.message()),
                    Stream.of(status(it.status())));
            default -> Stream.of(); // the others are not in the traces
        };
    }

    private static String route(Weight canary, boolean mirrored, Cookies cookies) {
        long sticky = Stream.of(cookies.canary(), cookies.primary(), cookies.ended())
                .filter(Predicate.not(String::isEmpty))
                .count();
        return "route " + canary.primaryPercent() + "/" + canary.percent()
                + (mirrored ? " mirrored" : "") + (sticky > 0 ? " cookies=" + sticky : "");
    }

    private static String status(CanaryStatus it) {
        var promoted = it.conditions()
                .stream()
                .filter(one -> one.type().equals("Promoted"))
                .findFirst()
                .orElseThrow();
        return "status " + it.phase() + " weight=" + it.canaryWeight() + " iterations="
                + it.iterations() + " failedChecks=" + it.failedChecks() + " " + promoted.status()
                + " " + promoted.reason() + ": " + promoted.message();
    }

    /** What Flagger did, line by line. */
    private static final class Trace {

        private final List<String> all;

        private Trace(List<String> all) {
            this.all = new ArrayList<>(all);
        }

        static Trace of(String name) throws IOException {
            try (InputStream in = Objects.requireNonNull(
                    TraceSpec.class.getResourceAsStream("/traces/" + name + ".txt"))) {
                return new Trace(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                        .toList());
            }
        }

        List<String> lines(String kind) {
            return all.stream().filter(line -> line.startsWith(kind + " ")).toList();
        }

        /** Told when everything else is. */
        void last(String line) {
            assertThat(all.remove(line)).isTrue();
            all.add(line);
        }

        /** Told one time less. */
        void once(String line) {
            assertThat(all.remove(line)).isTrue();
        }
    }
}
