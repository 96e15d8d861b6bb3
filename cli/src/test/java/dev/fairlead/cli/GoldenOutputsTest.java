package dev.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each command writes in each format. To see new outputs as files, run with
 * {@code -Dgolden.write=true}, and read them before they are committed.
 */
class GoldenOutputsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"list", "get backend", "status prod/shop", "status backend", "why backend",
        "why eu-1/prod/shop", "why test/shop", "events backend"})
    void are_as_they_were_read(String command) throws IOException {
        try (EngineStandIn engine = new EngineStandIn()) {
            for (String format : new String[]{"table", "wide", "json", "yaml", "name"}) {
                var ended = new Shell(home).with("FAIRLEAD_SERVER", engine.address())
                        .run((command + " -o " + format).split(" ", -1));
                String said = "exit code " + ended.code() + "\n" + ended.out() + ended.err();
                Path file = GOLDEN.resolve(
                        command.replaceAll("[ /]", "-") + "." + format + ".txt");
                if (Boolean.getBoolean("golden.write")) {
                    Files.writeString(file, said);
                }
                assertThat(said).as(file.toString()).isEqualTo(Files.readString(file));
            }
        }
    }
}
