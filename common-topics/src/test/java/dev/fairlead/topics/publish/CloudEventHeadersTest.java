package dev.fairlead.topics.publish;

import java.time.Instant;
import java.util.Map;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudEventHeadersTest {

    private static final Envelope FULL = new Envelope("target/eu-1/prod/shop@7/0",
            "/fairlead/orchestrator", "dev.fairlead.order.ShiftTraffic", 1, "eu-1/prod/shop",
            Instant.parse("2026-11-23T10:00:00.123456Z"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", 7, "cause-1");

    @Test
    void an_envelope_is_a_cloud_event_in_binary_mode() {
        assertThat(CloudEventHeaders.write(FULL)).containsOnly(Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", "target/eu-1/prod/shop@7/0"),
                Map.entry("ce_source", "/fairlead/orchestrator"),
                Map.entry("ce_type", "dev.fairlead.order.ShiftTraffic"),
                Map.entry("ce_dataschema", "https://fairlead.dev/schema/ShiftTraffic/1"),
                Map.entry("ce_subject", "eu-1/prod/shop"),
                Map.entry("ce_time", "2026-11-23T10:00:00.123456Z"),
                Map.entry("ce_traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                Map.entry("ce_streamversion", "7"), Map.entry("ce_causationid", "cause-1"),
                Map.entry("content-type", "application/json"));
    }

    @Test
    void what_is_written_is_read() {
        assertThat(CloudEventHeaders.read(headers(CloudEventHeaders.write(FULL)))).isEqualTo(FULL);
        var bare = Origin.of("1", "/fairlead/watcher/eu-1", "", Instant.EPOCH)
                .envelope(Family.OBSERVATION.eventType("TargetGone"), 2);
        assertThat(CloudEventHeaders.read(headers(CloudEventHeaders.write(bare)))).isEqualTo(bare);
    }

    @Test
    void headers_of_another_kind_are_refused_with_what_was_expected() {
        assertThatThrownBy(() -> CloudEventHeaders.read(headers(Map.of("x", "y"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CloudEvent in binary mode");
    }

    @Test
    void a_schema_without_version_is_refused_with_the_header_named() {
        var broken = new java.util.HashMap<>(CloudEventHeaders.write(FULL));
        broken.put("ce_dataschema", "https://fairlead.dev/schema/ShiftTraffic");
        assertThatThrownBy(() -> CloudEventHeaders.read(headers(broken)))
                .hasMessageContaining("ce_dataschema");
    }

    private static RecordHeaders headers(Map<String, String> headers) {
        var made = new RecordHeaders();
        headers.forEach((name, value) -> made.add(name, value.getBytes(UTF_8)));
        return made;
    }
}
