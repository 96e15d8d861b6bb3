package dev.fairlead.sandbox.rollout;

import java.util.List;
import java.util.stream.Stream;

import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.sandbox.hooks.Answer;
import dev.fairlead.sandbox.mesh.MeshProxy;
import dev.fairlead.sandbox.mesh.MeshRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Releases without weights, with copies of requests, and with cookies. A shut gate stops them to be looked at. */
interface StrategyJourneys extends Company {

    int REFUSED = 403;

    String WEIGHTS = "maxWeight: 40\n    stepWeight: 20";

    @Journey
    default void blue_green_moves_all_users_at_once_and_loses_no_request() {
        Stage stage = stage("bluegreen").applied(WEIGHTS, "iterations: 2", "threshold: 5",
                shut("bluegreen")).initialized();
        Traffic traffic = stage.traffic();
        stage.load("app-canary");
        stage.release("1.1.0");
        stage.awaitPhase("WaitingPromotion");
        assertThat(traffic.tally().versions()).doesNotContainKey("1.1.0");
        assertThat(iterations(stage)).containsExactly(1, 2);
        desk().does(stage.log().target(), "approve");
        stage.awaitPhase("Succeeded");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(iterations(stage)).containsExactly(1, 2, 3);
        assertThat(ordered(stage)).containsExactly("100", "0");
        assertThat(stage.events()).contains("Advance app.bluegreen canary iteration 1/2",
                "Advance app.bluegreen canary iteration 2/2", "Routing all traffic to canary",
                "Routing all traffic to primary");
        stage.invariants().hold();
    }

    @Journey
    default void blue_green_with_errors_never_meets_a_user() {
        Stage stage = stage("bluegreenerrors").applied(WEIGHTS, "iterations: 3", "threshold: 5",
                "threshold: 2").initialized();
        Traffic traffic = stage.traffic();
        stage.load("app-canary");
        stage.release("2.0.0-errors");
        stage.awaitPhase("Failed");
        assertThat(traffic.tally().versions()).doesNotContainKey("2.0.0-errors");
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    /** Nobody calls the canary's own Service here: what is measured are copies. */
    @Journey
    default void blue_green_is_measured_by_copies_of_requests() {
        Stage stage = stage("copies").applied(WEIGHTS, "iterations: 2\n    mirror: true",
                "threshold: 5", shut("copies")).initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("WaitingPromotion");
        assertThat(traffic.tally().versions()).doesNotContainKey("1.1.0");
        assertThat(stage.log().facts(AnalysisPassed.class)).isNotEmpty();
        desk().does(stage.log().target(), "approve");
        stage.awaitPhase("Succeeded");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(ordered(stage)).containsExactly("0 mirrored", "100", "0");
        assertThat(stage.events())
                .contains("Stop traffic mirroring and route all traffic to canary");
        stage.invariants().hold();
    }

    @Journey
    default void a_canary_is_measured_by_copies_before_it_gets_a_request() {
        Stage stage = stage("copiesfirst").applied("threshold: 5", "threshold: 5\n    mirror: true")
                .initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Succeeded");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(ordered(stage)).containsExactly("0 mirrored", "20", "40", "0");
        assertThat(stage.log().facts().stream().filter(StrategyJourneys::isOfSteps))
                .startsWith(first(stage, TrafficShiftOrdered.class),
                        first(stage, TrafficShifted.class), first(stage, AnalysisPassed.class));
        assertThat(stage.events()).contains("Advance app.copiesfirst canary weight 0",
                "Advance app.copiesfirst canary weight 20");
        stage.invariants().hold();
    }

    @Journey
    default void an_ab_test_shows_the_canary_to_whom_the_canary_names_and_to_nobody_else() {
        Stage stage = stage("abtest").applied(WEIGHTS, """
                iterations: 2
                    match:
                      - headers: {x-canary: {exact: insider}}
                      - headers: {cookie: {regex: "^(.*?;)?(type=insider)(;.*)?$"}}
                      - sourceLabels: {app: insiders}""", "threshold: 5", shut("abtest"))
                .initialized();
        Traffic others = stage.traffic();
        MeshRequest plain = MeshRequest.get("app.abtest", "/");
        Traffic header = stage.traffic("by-header", plain.with("x-canary", "insider"));
        Traffic cookie = stage.traffic("by-cookie", plain.with("Cookie", "a=b;type=insider"));
        Traffic label = stage.traffic("insiders", plain);
        stage.release("1.1.0");
        stage.awaitPhase("WaitingPromotion");
        for (Traffic insiders : List.of(header, cookie, label)) {
            insiders.isServedBy("1.1.0");
        }
        assertThat(others.tally().versions()).doesNotContainKey("1.1.0");
        desk().does(stage.log().target(), "approve");
        stage.awaitPhase("Succeeded");
        for (Traffic all : List.of(others, header, cookie, label)) {
            all.isServedBy("1.1.0");
            all.lostNothing();
        }
        assertThat(ordered(stage)).containsExactly("100", "0");
        assertThat(iterations(stage)).containsExactly(1, 2);
        stage.invariants().hold();
    }

    @Journey
    default void users_stay_at_the_side_that_they_saw_first_until_the_release_is_over() {
        Stage stage = stage("sticky").applied("threshold: 5", shut("sticky") + "\n" + """
                sessionAffinity:
                  cookieName: canary-cookie
                  primaryCookieName: primary-cookie
                  maxAge: 600""".indent(4)).initialized();
        Traffic traffic = stage.traffic();
        MeshProxy proxy = stage.scene.mesh().sidecar("sticky", "browsers");
        List<Browser> users = Stream.generate(() -> new Browser(proxy, "app.sticky"))
                .limit(40)
                .toList();
        stage.release("1.1.0");
        stage.awaitPhase("WaitingPromotion");
        Stage.soon("some users are at the canary").until(() -> {
            users.forEach(Browser::visit);
            return users.stream().anyMatch(user -> user.has("canary-cookie"));
        });
        String given = stage.canary().get("status", "sessionAffinityCookie");
        List<Browser> chosen = users.stream().filter(it -> it.has("canary-cookie")).toList();
        for (int i = 0; i < 10; i++) {
            assertThat(chosen).extracting(Browser::visit).containsOnly("1.1.0");
        }
        assertThat(chosen).allMatch(user -> user.cookie("canary-cookie").equals(given));
        desk().does(stage.log().target(), "approve");
        stage.awaitPhase("Succeeded");
        Stage.soon("the cookies are ended").until(() -> {
            users.forEach(Browser::visit);
            return users.stream().noneMatch(user -> user.has("canary-cookie"));
        });
        assertThat(stage.canary().<String>get("status", "previousSessionAffinityCookie"))
                .isEqualTo(given);
        assertThat(stage.canary().<Object>get("status", "sessionAffinityCookie")).isNull();
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    private String shut(String name) {
        scene().hooks().answerAlways("/promote-" + name, Answer.status(REFUSED));
        return """
                threshold: 5
                    webhooks:
                      - name: gate
                        type: confirm-promotion
                        url: %s""".formatted(scene().hooks().url("/promote-" + name));
    }

    private static boolean isOfSteps(RolloutFact fact) {
        return fact instanceof TrafficShiftOrdered || fact instanceof TrafficShifted
                || fact instanceof AnalysisPassed;
    }

    private static <T> T first(Stage stage, Class<T> type) {
        return stage.log().facts(type).getFirst();
    }

    private static List<Integer> iterations(Stage stage) {
        return stage.log()
                .facts(IterationStarted.class)
                .stream()
                .map(IterationStarted::number)
                .toList();
    }

    private static List<String> ordered(Stage stage) {
        return stage.log()
                .facts(TrafficShiftOrdered.class)
                .stream()
                .filter(it -> it.purpose() != TrafficShiftOrdered.Purpose.REPAIR)
                .map(it -> weight(it.canary()) + (it.mirrored() ? " mirrored" : ""))
                .toList();
    }

    private static String weight(Weight canary) {
        return Integer.toString(canary.percent());
    }
}
