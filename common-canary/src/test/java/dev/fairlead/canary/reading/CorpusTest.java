package dev.fairlead.canary.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.canary.Yaml;
import dev.fairlead.canary.crd.CustomResource;
import dev.fairlead.canary.tree.JsonTree;

import static org.assertj.core.api.Assertions.assertThat;

/** Right and wrong resources; each wrong one is a folder with the messages that it must give. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/canaries");
    private static final Map<String, Schema> SCHEMAS =
            Map.of("Canary", schema(CustomResource.CANARY),
                    "MetricTemplate", schema(CustomResource.METRIC_TEMPLATE), "AlertProvider",
                    schema(CustomResource.ALERT_PROVIDER));

    @ParameterizedTest
    @MethodSource("valid")
    void what_is_right_is_read(String name) throws IOException {
        assertThat(messages(read(CORPUS.resolve("valid").resolve(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void what_is_right_passes_the_resource_definition(String name) throws IOException {
        Map<String, Object> tree = read(CORPUS.resolve("valid").resolve(name));
        JsonNode node = new JsonMapper().valueToTree(tree);
        List<Error> errors = SCHEMAS.get(String.valueOf(tree.get("kind"))).validate(node);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_told_in_one_sentence_per_problem(String name) throws IOException {
        Path folder = CORPUS.resolve("wrong").resolve(name);
        assertThat(messages(read(folder.resolve("in.yaml"))))
                .isEqualTo(Files.readAllLines(folder.resolve("messages.txt")));
    }

    static Stream<String> valid() throws IOException {
        return names("valid");
    }

    static Stream<String> wrong() throws IOException {
        return names("wrong");
    }

    private static Stream<String> names(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(CORPUS.resolve(folder))) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return Yaml.read(Files.readString(file));
    }

    private static List<String> messages(Map<String, Object> tree) {
        Reading<?> reading = switch (String.valueOf(tree.get("kind"))) {
            case "MetricTemplate" -> MetricTemplateReader.read(tree);
            case "AlertProvider" -> AlertProviderReader.read(tree);
            default -> new CanaryReader(ReadingRules.PLAIN).read(tree);
        };
        return reading instanceof Reading.Invalid<?> invalid ? invalid.messages() : List.of();
    }

    private static Schema schema(CustomResource resource) {
        Map<String, Object> versions = JsonTree
                .maps(JsonTree.mapAt(Yaml.read(resource.definition()), "spec").get("versions"))
                .getFirst();
        Map<String, Object> schema = JsonTree.mapAt(versions, "schema", "openAPIV3Schema");
        JsonNode node = new JsonMapper().valueToTree(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(node);
    }
}
