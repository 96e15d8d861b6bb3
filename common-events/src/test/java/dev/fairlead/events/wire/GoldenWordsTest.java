package dev.fairlead.events.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.Report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Each word in each version has one file that says what it looks like; a released file is never
 * edited. {@code -Dgolden.write=true} writes those that are not there yet.
 */
class GoldenWordsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Map<String, Class<?>> FAMILIES = Map.of("observation", Observation.class,
            "order", Order.class, "report", Report.class, "fact", RolloutFact.class, "engine",
            EngineFact.class, "heartbeat", Heartbeat.class, "request", RestateRequested.class);

    private final JsonMapper strict = WordJson.strict().build();
    private final JsonMapper tolerant = WordJson.tolerant();

    @TestFactory
    Stream<DynamicTest> a_word_is_written_as_its_golden_file_says() {
        return each((word, family) -> {
            Path file = file(family, word);
            String written = text(codec(strict, family).encode(Samples.of(word)));
            if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, written + "\n");
            }
            assertThat(written).isEqualTo(golden(family, word));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_word_is_read_back_whole() {
        return each((word, family) -> {
            Word golden = new Word(word.getSimpleName(), 1, bytes(golden(family, word)));
            assertThat(codec(strict, family).decode(golden)).isEqualTo(Samples.of(word));
            assertThat(codec(tolerant, family).decode(golden)).isEqualTo(Samples.of(word));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_field_that_is_not_known_is_ignored_on_the_wire_and_refused_in_the_log() {
        return each((word, family) -> {
            String more = golden(family, word).replaceFirst("\\}$", ",\"fromTheFuture\":1}");
            Word newer = new Word(word.getSimpleName(), 1, bytes(more));
            assertThat(codec(tolerant, family).decode(newer)).isEqualTo(Samples.of(word));
            assertThatThrownBy(() -> codec(strict, family).decode(newer))
                    .isInstanceOf(UnreadableWord.class)
                    .hasMessageContaining("fromTheFuture");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_type_or_schema_that_is_not_known_is_refused() {
        return each((word, family) -> {
            byte[] body = bytes(golden(family, word));
            assertThatThrownBy(() -> codec(tolerant, family)
                    .decode(new Word("FromTheFuture", 1, body))).isInstanceOf(UnknownWord.class);
            assertThatThrownBy(() -> codec(tolerant, family)
                    .decode(new Word(word.getSimpleName(), 2, body)))
                    .isInstanceOf(UnknownWord.class);
        });
    }

    @Test
    void no_golden_file_is_without_a_word() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            List<Path> words = FAMILIES.keySet()
                    .stream()
                    .flatMap(family -> leaves(family).map(word -> file(family, word)))
                    .sorted()
                    .toList();
            assertThat(found).isEqualTo(words);
        }
    }

    private static Stream<DynamicTest> each(Check check) {
        return FAMILIES.keySet()
                .stream()
                .sorted()
                .flatMap(family -> leaves(family).map(word -> DynamicTest.dynamicTest(
                        family + "/" + word.getSimpleName(), () -> check.of(word, family))));
    }

    private static Stream<Class<?>> leaves(String family) {
        Class<?> type = FAMILIES.get(family);
        return type.isSealed() ? WordJson.leaves(type).stream() : Stream.of(type);
    }

    @SuppressWarnings("unchecked") // the families are looked at together, as objects
    private static WordCodec<Object> codec(JsonMapper mapper, String family) {
        Function<Class<?>, WordCodec<?>> made = type -> new WordCodec<>(mapper, type, List.of());
        return (WordCodec<Object>) made.apply(FAMILIES.get(family));
    }

    private static Path file(String family, Class<?> word) {
        return GOLDEN.resolve(family).resolve("v1").resolve(word.getSimpleName() + ".json");
    }

    private static String golden(String family, Class<?> word) throws IOException {
        return Files.readString(file(family, word)).strip();
    }

    private static String text(Word word) {
        return new String(word.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is checked of a word. */
    private interface Check {

        void of(Class<?> word, String family) throws IOException;
    }
}
