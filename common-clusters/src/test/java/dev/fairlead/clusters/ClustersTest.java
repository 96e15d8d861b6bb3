package dev.fairlead.clusters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClustersTest {

    @TempDir
    Path directory;

    @Test
    void a_context_of_a_kubeconfig_becomes_a_client_that_does_not_retry() throws IOException {
        try (Clusters clusters = Clusters.of(settings("eu", "second"), "fairlead-test")) {
            var config = clusters.named("eu").client().getConfiguration();
            assertThat(config.getMasterUrl()).isEqualTo("https://127.0.0.1:2/");
            assertThat(config.getAutoOAuthToken()).isEqualTo("token-b");
            assertThat(config.getUserAgent()).isEqualTo("fairlead-test");
            assertThat(config.getRequestRetryBackoffLimit()).isZero();
        }
    }

    @Test
    void without_a_context_the_current_one_counts() throws IOException {
        try (Clusters clusters = Clusters.of(settings("eu", ""), "fairlead-test")) {
            assertThat(clusters.named("eu").client().getMasterUrl())
                    .hasToString("https://127.0.0.1:1/");
        }
    }

    @Test
    void an_unknown_context_is_refused_by_name() {
        assertThatThrownBy(() -> Clusters.of(settings("eu", "third"), "fairlead-test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("context")
                .hasMessageContaining("third");
    }

    @Test
    void an_unreadable_kubeconfig_is_refused_by_name() {
        var settings = new ClustersSettings(
                List.of(new ClustersSettings.Named("eu", "/does/not/exist", "", "default", "")));
        assertThatThrownBy(() -> Clusters.of(settings, "fairlead-test"))
                .hasMessageContaining("/does/not/exist")
                .hasMessageContaining("eu");
    }

    @Test
    void a_name_that_no_topic_may_have_is_refused() {
        assertThatThrownBy(() -> new ClustersSettings.Named("EU 1", "", "", "default", ""))
                .hasMessageContaining("EU 1");
    }

    @Test
    void settings_are_bound_with_their_defaults() {
        var source = new MapConfigurationPropertySource(
                Map.of("fairlead.clusters[0].name", "eu-1"));
        var bound = new Binder(source).bind("fairlead", ClustersSettings.class).get();
        assertThat(bound.clusters())
                .containsExactly(new ClustersSettings.Named("eu-1", "", "", "default", ""));
    }

    @Test
    void health_names_the_server_that_is_waited_for() throws IOException {
        try (Clusters clusters = Clusters.of(settings("eu", "second"), "fairlead-test")) {
            var health = new ClustersHealth(clusters).health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().get("eu").toString())
                    .startsWith("waiting for https://127.0.0.1:2/");
        }
    }

    private ClustersSettings settings(String name, String context) throws IOException {
        Path file = Files.writeString(directory.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: first
                clusters:
                - {name: a, cluster: {server: "https://127.0.0.1:1"}}
                - {name: b, cluster: {server: "https://127.0.0.1:2"}}
                users:
                - {name: a, user: {token: token-a}}
                - {name: b, user: {token: token-b}}
                contexts:
                - {name: first, context: {cluster: a, user: a}}
                - {name: second, context: {cluster: b, user: b}}
                """);
        return new ClustersSettings(List
                .of(new ClustersSettings.Named(name, file.toString(), context, "default", "")));
    }
}
