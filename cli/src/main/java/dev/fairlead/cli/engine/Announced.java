package dev.fairlead.cli.engine;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running engine of this user has left in a file.
 *
 * @param server
 *            its address
 * @param tokenFile
 *            where its tokens are; empty: nobody may write
 * @param startedBy
 *            sandbox, standalone or orchestrator
 * @param pid
 *            of its process; 0 when the file does not say
 */
record Announced(String server, String tokenFile, String startedBy, long pid) {

    /** Empty when there is no such file, or none that says where the engine is. */
    static Optional<Announced> in(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            said.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
        String server = said.getProperty("server", "");
        return server.isEmpty()
                ? Optional.empty()
                : Optional.of(new Announced(server, said.getProperty("token-file", ""),
                        said.getProperty("started-by", "engine"),
                        number(said.getProperty("pid", ""))));
    }

    boolean isDead() {
        return pid > 0 && ProcessHandle.of(pid).isEmpty();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
