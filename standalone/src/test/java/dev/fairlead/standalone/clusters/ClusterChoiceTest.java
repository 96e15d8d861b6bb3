package dev.fairlead.standalone.clusters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.fairlead.clusters.ClustersSettings.Named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterChoiceTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: admin@EU 1
                clusters:
                - {name: a, cluster: {server: "https://127.0.0.1:1"}}
                users:
                - {name: a, user: {token: token-a}}
                contexts:
                - {name: "admin@EU 1", context: {cluster: a, user: a}}
                - {name: "admin@eu/1", context: {cluster: a, user: a}}
                - {name: us-1, context: {cluster: a, user: a}}
                """);
    }

    @Test
    void each_context_is_a_cluster_of_its_own() {
        assertThat(choose("us-1", "admin@EU 1")).containsExactly(
                new Named("us-1", file.toString(), "us-1", "default", ""),
                new Named("admin-eu-1", file.toString(), "admin@EU 1", "default", ""));
    }

    @Test
    void without_a_context_the_current_one_is_meant_and_gives_its_name() {
        assertThat(choose()).extracting(Named::name).containsExactly("admin-eu-1");
    }

    @Test
    void contexts_that_would_become_the_same_cluster_are_refused() {
        assertThatThrownBy(() -> choose("admin@EU 1", "admin@eu/1"))
                .hasMessageContaining("--context")
                .hasMessageContaining("admin-eu-1");
    }

    @Test
    void an_unknown_context_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> choose("eu-9")).hasMessageContaining("--context: expected one of")
                .hasMessageContaining("us-1")
                .hasMessageContaining("but got \"eu-9\"");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> ClusterChoice.of(Optional.of("/no/file"), List.of(), "", Map.of()))
                .hasMessage("--kubeconfig: expected a readable file, but got \"/no/file\"");
    }

    @Test
    void the_environment_names_the_file_when_no_flag_does() {
        assertThat(ClusterChoice.of(Optional.empty(), List.of("us-1"), "",
                Map.of("KUBECONFIG", file.toString()))).extracting(Named::kubeconfig)
                .containsExactly(file.toString());
    }

    @Test
    void outside_of_any_cluster_a_kubeconfig_is_needed() {
        assertThatThrownBy(() -> ClusterChoice.of(Optional.empty(), List.of(), "", Map.of()))
                .hasMessageStartingWith("--kubeconfig: expected a file");
        assertThat(ClusterChoice.of(Optional.empty(), List.of(), "",
                Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")))
                .containsExactly(new Named("local", "", "", "default", ""));
    }

    @ParameterizedTest
    @CsvSource({"eu-1,eu-1", "gke_project_zone_name,gke-project-zone-name",
        "arn:aws:eks:eu-west-1:123:cluster/prod,arn-aws-eks-eu-west-1-123-cluster-prod",
        "-Prod-,prod"})
    void a_name_keeps_what_a_topic_may_have(String context, String name) {
        assertThat(ClusterChoice.name(context)).isEqualTo(name);
    }

    @Test
    void a_long_name_keeps_its_end_which_tells_clusters_apart() {
        assertThat(ClusterChoice.name("x".repeat(80) + "-eu-1")).hasSize(63).endsWith("-eu-1");
    }

    private List<Named> choose(String... contexts) {
        return ClusterChoice.of(Optional.of(file.toString()), List.of(contexts), "", Map.of());
    }
}
