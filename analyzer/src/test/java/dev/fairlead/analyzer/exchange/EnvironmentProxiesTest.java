package dev.fairlead.analyzer.exchange;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentProxiesTest {

    private static final Map<String, String> SET = Map.of("HTTP_PROXY", "http://plain:3128",
            "https_proxy", "secure:3129", "NO_PROXY",
            "exact.example, .inside.example,10.0.0.7:9090");

    @Test
    void each_scheme_has_its_proxy() {
        assertThat(proxy("http://prometheus.example")).isEqualTo("plain:3128");
        assertThat(proxy("https://prometheus.example")).isEqualTo("secure:3129");
    }

    @Test
    void exceptions_are_hosts_their_children_and_ports() {
        assertThat(proxy("http://exact.example")).isEqualTo("none");
        assertThat(proxy("http://a.exact.example")).isEqualTo("none");
        assertThat(proxy("http://a.inside.example")).isEqualTo("none");
        assertThat(proxy("http://inside.example")).isEqualTo("plain:3128");
        assertThat(proxy("http://10.0.0.7:9090")).isEqualTo("none");
        assertThat(proxy("http://10.0.0.7:9091")).isEqualTo("plain:3128");
    }

    @Test
    void this_machine_is_asked_itself() {
        assertThat(proxy("http://localhost:9090")).isEqualTo("none");
        assertThat(proxy("http://127.0.0.1:9090")).isEqualTo("none");
    }

    @Test
    void without_settings_there_is_no_proxy() {
        assertThat(new EnvironmentProxies(Map.of()).select(URI.create("http://x")))
                .containsExactly(Proxy.NO_PROXY);
    }

    private static String proxy(String url) {
        Proxy proxy = new EnvironmentProxies(SET).select(URI.create(url)).getFirst();
        return proxy.type() == Proxy.Type.DIRECT
                ? "none"
                : proxy.address().toString().replace("/<unresolved>", "");
    }
}
