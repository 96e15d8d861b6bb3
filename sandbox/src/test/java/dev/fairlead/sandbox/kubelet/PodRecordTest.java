package dev.fairlead.sandbox.kubelet;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodRecordTest {

    @ParameterizedTest
    @CsvSource({"demo:1.2.0-errors, 1.2.0-errors", "demo, latest", "registry:5000/demo, latest",
        "registry:5000/demo:2, 2"})
    void the_tag_is_what_follows_the_name(String image, String tag) {
        PodRecord pod = new PodRecord("prod", "pod", "uid", "127.20.0.1", image, Map.of(), Map.of(),
                Map.of(),
                List.of());
        assertThat(pod.tag()).isEqualTo(tag);
    }
}
