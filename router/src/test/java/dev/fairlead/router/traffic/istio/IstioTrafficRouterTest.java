package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;
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
    protected int canaryShare(List<Fields> objects) {
        return share(objects, "podinfo-canary");
    }

    @Override
    protected int primaryShare(List<Fields> objects) {
        return share(objects, "podinfo-primary");
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
        assertThat(first.text("metadata", "annotations", VirtualServiceDraft.ORIGINAL))
                .isEqualTo("{\"hosts\":[\"podinfo\"]}");
        Fields later = draft.corrected(first.with(List.of("elsewhere"), "spec", "hosts"));
        assertThat(later.text("metadata", "annotations", VirtualServiceDraft.ORIGINAL))
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
                        VirtualServiceDraft.ORIGINAL))
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

    private static int share(List<Fields> objects, String host) {
        return objects.getLast()
                .list("spec", "http")
                .getFirst()
                .list("route")
                .stream()
                .filter(side -> side.text("destination", "host").equals(host))
                .findFirst()
                .flatMap(side -> side.number("weight"))
                .orElseThrow();
    }
}
