package dev.fairlead.router.traces;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.router.cluster.FakeApiServer;
import dev.fairlead.router.golden.Bench;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.work.ChangeWork;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services and routes as Flagger wrote them, from the same Canary and in the same order. A difference
 * stands here under the name of the decision that allows it.
 */
class TraceTest {

    private static final TargetKey TARGET = new TargetKey("eu-1", "test", "podinfo");

    private static final Cookies BOTH = new Cookies("flagger-cookie=<cookie1>",
            "primary-cookie=<cookie2>", "");

    private static final Cookies ENDED = new Cookies("", "", "flagger-cookie=<cookie1>");

    private final FakeApiServer api = new FakeApiServer();

    private final ChangeWork work = Bench.over(api);

    private int version = 10;

    @TestFactory
    Stream<DynamicTest> routes_and_services_are_flaggers() throws IOException {
        return Trace.every()
                .stream()
                .map(trace -> DynamicTest.dynamicTest(trace.name(),
                        () -> new TraceTest().replay(trace)));
    }

    @Test
    void decision_41_what_was_adopted_is_given_back_just_as_it_was() {
        Trace trace = Trace.of("revert-on-deletion");
        replay(trace);
        perform(new RevertTarget(head(), trace.definition(), true));
        perform(new RevertTarget(head(), trace.definition(), false));
        assertThat(object("Canary", "podinfo").texts("metadata", "finalizers")).isEmpty();
        for (String kind : List.of("Service", "VirtualService")) {
            Fields before = trace.all().fields("before", kind);
            assertThat(Trace.essence(object(kind, "podinfo"))).isEqualTo(Trace.essence(before));
        }
        assertThat(Trace.essence(object("VirtualService", "podinfo")))
                .isNotEqualTo(Trace.essence(trace.all().fields("given back")));
    }

    private void replay(Trace trace) {
        Definition definition = trace.definition();
        put("Canary", Fields.EMPTY.with("life-1", "metadata", "uid"), "podinfo");
        put("Deployment", trace.deployment(), "podinfo");
        trace.all()
                .fields("before")
                .map()
                .keySet()
                .forEach(kind -> put(kind,
                        trace.all().fields("before", kind), definition.traffic().apex()));
        // Refused for its revision, once the Services are there: primaries are another test's.
        work.answer(prepare(definition, Stage.PRIMARY));
        perform(prepare(definition, Stage.TRAFFIC));
        trace.all()
                .fields("services")
                .map()
                .keySet()
                .forEach(name -> assertThat(
                        Trace.essence(object("Service", name)))
                        .isEqualTo(Trace.essence(trace.all().fields("services", name))));
        trace.all()
                .fields("rules")
                .map()
                .keySet()
                .forEach(name -> assertThat(
                        Trace.essence(object("DestinationRule", name)))
                        .isEqualTo(Trace.essence(trace.all().fields("rules", name))));
        boolean first = true;
        for (Fields route : trace.all().list("routes")) {
            if (!first) {
                perform(shift(definition, route, trace.name().equals("session-affinity")));
            }
            first = false;
            String kind = route.fields("object", "spec").has("rules") ? "HTTPRoute"
                    : "VirtualService";
            assertThat(Trace.essence(object(kind, definition.traffic().apex())))
                    .isEqualTo(allowed(trace, Trace.essence(route.fields("object"))));
        }
    }

    /** What Flagger wrote, as the decisions have it. */
    private static Fields allowed(Trace trace, Fields written) {
        return switch (trace.name()) {
            case "session-affinity" -> decision42(written);
            case "revert-on-deletion" -> decision23(written);
            default -> written;
        };
    }

    /** The cookie that ends the affinity has the domain and path of the one that it ends. */
    private static Fields decision42(Fields route) {
        return route.changingEach(one -> one.text("headers", "response", "add", "Set-Cookie")
                .endsWith("Max-Age=-1")
                        ? one.with(one.text("headers", "response", "add", "Set-Cookie")
                                + "; Domain=example.com; Path=/", "headers", "response", "add",
                                "Set-Cookie")
                        : one,
                "spec", "http");
    }

    /** Retries that the user's VirtualService had, and the Canary does not speak of, stay. */
    private static Fields decision23(Fields route) {
        return route.changingEach(one -> one.with(Map.of("attempts", 3, "perTryTimeout", "1s",
                "retryOn", "gateway-error"), "retries"), "spec", "http");
    }

    private PrepareTarget prepare(Definition definition, Stage stage) {
        return new PrepareTarget(head(), definition, stage, Revision.NONE, Weight.ZERO);
    }

    private ShiftTraffic shift(Definition definition, Fields route, boolean sticky) {
        int canary = route.number("canary").orElse(0);
        Cookies cookies = canary > 0 ? BOTH : ENDED;
        return new ShiftTraffic(head(), definition, Weight.of(canary), route.flag("mirrored"),
                sticky ? cookies : Cookies.NONE);
    }

    private void perform(ChangeOrder order) {
        assertThat(work.answer(order)).isInstanceOf(ChangeApplied.class);
    }

    private OrderHead head() {
        Fence fence = new Fence(1, version++);
        return new OrderHead(OrderId.of(TARGET, fence, 0), TARGET, new Life("life-1"),
                RolloutId.NONE, fence, Instant.MAX);
    }

    private void put(String kind, Fields object, String name) {
        ObjectRef ref = ref(kind, name);
        Fields whole = ref.head();
        for (var part : object.without("metadata").map().entrySet()) {
            whole = whole.with(part.getValue(), part.getKey());
        }
        for (var part : object.fields("metadata").map().entrySet()) {
            whole = whole.with(part.getValue(), "metadata", part.getKey());
        }
        api.put(ref, whole);
    }

    private Fields object(String kind, String name) {
        return api.object(ref(kind, name)).orElseThrow();
    }

    private static ObjectRef ref(String kind, String name) {
        Kind found = Stream.of(Kind.values())
                .filter(one -> one.title().equals(kind))
                .findFirst()
                .orElseThrow();
        return new ObjectRef(found, "test", name);
    }
}
