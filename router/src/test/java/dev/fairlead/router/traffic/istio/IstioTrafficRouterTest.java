package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.Adoption;
import dev.fairlead.router.traffic.Texts;
import dev.fairlead.router.traffic.TrafficRouter;
import dev.fairlead.router.traffic.TrafficRouterContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IstioTrafficRouterTest extends TrafficRouterContract {

    private final IstioTrafficRouter router = new IstioTrafficRouter();

    @Override
    protected TrafficRouter router() {
        return router;
    }

    @Override
    protected int canaryShare(List<Fields> objects, Map<String, String> headers) {
        List<Fields> sides = route(objects, headers).list("route");
        return sides.size() == 1 ? whole(sides.getFirst())
                : sides.stream()
                        .filter(side -> side.text("destination", "host").equals("podinfo-canary"))
                        .mapToInt(side -> side.number("weight").orElse(0))
                        .sum();
    }

    @Override
    protected boolean isMirrored(List<Fields> objects) {
        return route(objects, Map.of()).text("mirror", "host").equals("podinfo-canary");
    }

    @Override
    protected List<String> cookies(List<Fields> objects, Map<String, String> headers) {
        Fields route = route(objects, headers);
        return Stream.concat(Stream.of(route), route.list("route").stream())
                .map(part -> part.text("headers", "response", "add", "Set-Cookie"))
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }

    @Override
    protected List<Fields> users() {
        Fields http =
                Fields.EMPTY.with(List.of(Fields.EMPTY.with("podinfo", "destination", "host")),
                        "route").with("3s", "timeout").with(List.of("x"), "fault", "unheardOf");
        Fields other = Fields.EMPTY
                .with(List.of(Fields.EMPTY.with("/other", "uri", "prefix")), "match")
                .with(List.of(Fields.EMPTY.with("else", "destination", "host")), "route");
        return List.of(router.shift(wish(0))
                .getFirst()
                .object()
                .head()
                .with("mine", "metadata", "labels", "team")
                .with("mine", "metadata", "annotations", "note")
                .with(List.of("a.example.com"), "spec", "hosts")
                .with(List.of(other, http), "spec", "http"));
    }

    @Test
    void rules_are_written_before_the_route_that_refers_to_them() {
        assertThat(router.prepare(wish(0, Map.of()))).extracting(draft -> draft.object().toString())
                .containsExactly("DestinationRule/podinfo-canary",
                        "DestinationRule/podinfo-primary", "VirtualService/podinfo");
    }

    @Test
    void a_step_writes_the_route_alone() {
        assertThat(router.shift(wish(5, Map.of()))).hasSize(1);
    }

    @Test
    void hosts_end_with_the_apex_unless_it_is_there() {
        assertThat(hosts(List.of("a.example.com"))).containsExactly("a.example.com", "podinfo");
        assertThat(hosts(List.of("podinfo", "a"))).containsExactly("podinfo", "a");
        assertThat(hosts(List.of("*"))).containsExactly("*");
    }

    @Test
    void what_was_there_before_us_is_kept_once() {
        Draft draft = router.shift(wish(5, Map.of("timeout", "9s"))).getFirst();
        Fields users = draft.object().head().with(List.of("podinfo"), "spec", "hosts");
        Fields first = draft.corrected(users);
        assertThat(first.text("metadata", "annotations", Adoption.ORIGINAL))
                .isEqualTo("{\"hosts\":[\"podinfo\"]}");
        Fields later = draft.corrected(first.with(List.of("elsewhere"), "spec", "hosts"));
        assertThat(later.text("metadata", "annotations", Adoption.ORIGINAL))
                .isEqualTo("{\"hosts\":[\"podinfo\"]}");
    }

    @Test
    void what_kubectl_keeps_is_not_kept_again() {
        Draft draft = router.shift(wish(5, Map.of())).getFirst();
        Fields users = draft.object()
                .head()
                .with(List.of("a"), "spec", "hosts")
                .with("{}",
                        "metadata", "annotations",
                        "kubectl.kubernetes.io/last-applied-configuration");
        assertThat(draft.corrected(users)
                .text("metadata", "annotations",
                        Adoption.ORIGINAL))
                .isEmpty();
    }

    @Test
    void a_delegate_with_gateways_is_refused() {
        Draft draft = router
                .shift(wish(5, Map.of("delegation", true, "gateways", List.of("g"))))
                .getFirst();
        assertThatThrownBy(() -> draft.corrected(draft.object().head()))
                .isInstanceOf(Obstacle.class)
                .hasMessage(
                        "VirtualService podinfo.test cannot have hosts and gateways when delegation enabled");
    }

    private List<String> hosts(List<String> hosts) {
        Draft route = router.prepare(wish(0, Map.of("hosts", hosts))).getLast();
        return route.created().orElseThrow().texts("spec", "hosts");
    }

    private static int whole(Fields side) {
        return side.text("destination", "host").equals("podinfo-canary") ? 100 : 0;
    }

    private static Fields route(List<Fields> objects, Map<String, String> headers) {
        return objects.getLast()
                .list("spec", "http")
                .stream()
                .filter(route -> route.list("match").isEmpty() || route.list("match")
                        .stream()
                        .anyMatch(match -> !match.has("uri") && match.fields("headers")
                                .map()
                                .keySet()
                                .stream()
                                .allMatch(name -> Texts.has(match.fields("headers", name),
                                        Texts.header(headers, name)))))
                .findFirst()
                .orElseThrow();
    }
}
