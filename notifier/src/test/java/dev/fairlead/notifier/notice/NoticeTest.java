package dev.fairlead.notifier.notice;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.order.SendNotice.Field;
import dev.fairlead.notifier.Orders;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {

    @Test
    void the_cluster_comes_first_when_it_has_a_name() {
        var order = Orders.notice("shop", 1, List.of());
        assertThat(Notice.of(order, "eu").fields()).containsExactly(new Field("Cluster", "eu"),
                new Field("Progress deadline", "600s"));
        assertThat(Notice.of(order, "").fields())
                .containsExactly(new Field("Progress deadline", "600s"));
    }

    @Test
    void the_author_is_the_canary_in_its_namespace() {
        assertThat(Notice.of(Orders.notice("shop", 1, List.of()), "").author())
                .isEqualTo("shop.prod");
    }

    @Test
    void a_route_takes_its_own_severity_and_everything_worse() {
        assertThat(wanting(Severity.INFO)).containsExactly("info");
        assertThat(wanting(Severity.WARN)).containsExactly("info", "warn");
        assertThat(wanting(Severity.ERROR)).containsExactly("info", "warn", "error");
    }

    private static List<String> wanting(Severity severity) {
        var routes = List.of(Orders.route("info", Severity.INFO, ""),
                Orders.route("warn", Severity.WARN, ""),
                Orders.route("error", Severity.ERROR, ""));
        return Wanted.by(routes, severity).stream().map(AlertRoute::name).toList();
    }
}
