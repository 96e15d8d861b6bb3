package dev.fairlead.standalone.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricPagesTest {

    @Test
    void a_metric_of_two_services_has_one_head_and_all_samples() {
        String joined = MetricPages.joined(List.of("""
                # HELP parked records left
                # TYPE parked counter
                parked{service="router"} 1.0
                # HELP only here
                # TYPE only gauge
                only 3.0
                """, """
                # HELP parked something else
                # TYPE parked counter
                parked{service="watcher"} 2.0
                """));

        assertThat(joined).isEqualTo("""
                # HELP parked records left
                # TYPE parked counter
                parked{service="router"} 1.0
                parked{service="watcher"} 2.0
                # HELP only here
                # TYPE only gauge
                only 3.0
                """);
    }
}
