package dev.fairlead.cli.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;

/** Lines of the engine, to a file or to the screen. */
final class AuditBundle {

    private AuditBundle() {}

    static void fetch(EngineClient client, Surroundings around, String path,
            Map<String, String> query, String out) throws IOException {
        String asked = path + Targets.query(query);
        if (out.isEmpty()) {
            client.lines(asked, line -> around.print(line + "\n"));
            return;
        }
        Path file = Path.of(out);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long[] lines = {0};
        try (BufferedWriter writer = Files.newBufferedWriter(part)) {
            Consumer<String> each = line -> {
                try {
                    writer.write(line);
                    writer.write('\n');
                    lines[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            client.lines(asked, each);
        }
        Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        around.say((lines[0] - 2) + " events in " + file + "; check them anywhere: fairlead audit"
                + " verify --bundle " + file + " --key KEY");
    }
}
