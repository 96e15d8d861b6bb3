package dev.fairlead.canary.crd;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.fairlead.canary.Yaml;
import dev.fairlead.canary.tree.JsonTree;

import static org.assertj.core.api.Assertions.assertThat;

class CustomResourceTest {

    @ParameterizedTest
    @EnumSource
    void keeps_the_names_that_scripts_use(CustomResource resource) {
        Map<String, Object> definition = Yaml.read(resource.definition());
        Map<String, Object> spec = JsonTree.mapAt(definition, "spec");
        assertThat(JsonTree.mapAt(definition, "metadata").get("name"))
                .isEqualTo(resource.definitionName());
        assertThat(spec).containsEntry("group", "flagger.app").containsEntry("scope", "Namespaced");
        assertThat(JsonTree.mapAt(spec, "names")).isEqualTo(Map.of("kind", resource.kind(),
                "listKind",
                resource.kind() + "List", "plural", resource.plural(), "singular",
                resource.kind().toLowerCase(java.util.Locale.ROOT), "categories", List.of("all")));
        assertThat(version(resource)).containsEntry("name", "v1beta1")
                .containsEntry("served", true)
                .containsEntry("storage", true)
                .containsEntry("subresources", Map.of("status", Map.of()));
    }

    @Test
    void prints_the_columns_that_people_know() {
        assertThat(columns(CustomResource.CANARY)).containsExactly("Status", "Weight", "Suspended*",
                "FailedChecks*",
                "Interval*", "Mirror*", "StepWeight*", "StepWeights*", "MaxWeight*",
                "LastTransitionTime");
        assertThat(columns(CustomResource.METRIC_TEMPLATE)).containsExactly("Provider");
        assertThat(columns(CustomResource.ALERT_PROVIDER)).containsExactly("Type");
    }

    @Test
    void has_room_for_what_is_ours_in_the_status() {
        Map<String, Object> status =
                JsonTree.mapAt(version(CustomResource.CANARY), "schema", "openAPIV3Schema",
                        "properties", "status", "properties");
        assertThat(JsonTree.mapAt(status, "fairlead"))
                .containsEntry("x-kubernetes-preserve-unknown-fields", true);
        assertThat(status).containsKeys("observedGeneration", "phase", "trackedConfigs",
                "conditions");
    }

    private static List<String> columns(CustomResource resource) {
        return JsonTree.maps(version(resource).get("additionalPrinterColumns"))
                .stream()
                .map(column -> column.get("name") + (column.containsKey("priority") ? "*" : ""))
                .toList();
    }

    private static Map<String, Object> version(CustomResource resource) {
        return JsonTree
                .maps(JsonTree.mapAt(Yaml.read(resource.definition()), "spec").get("versions"))
                .getFirst();
    }
}
