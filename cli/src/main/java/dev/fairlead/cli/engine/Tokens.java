package dev.fairlead.cli.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.fairlead.cli.engine.EngineAddress.TokenSource;

/** Reads the token that is sent along. */
final class Tokens {

    /** A file of tokens is no larger than this, in bytes. */
    private static final long LARGEST = 1 << 20;

    private Tokens() {}

    /**
     * @param user
     *            whose line is taken, where the file has several
     * @throws Trouble
     *             when the file cannot be read or has none
     */
    static Optional<String> read(TokenSource source, String user) {
        return switch (source) {
            case TokenSource.None() -> Optional.empty();
            case TokenSource.InEnvironment(String token) -> Optional.of(token.strip());
            case TokenSource.InFile(Path file) -> Optional.of(inFile(file, user));
        };
    }

    private static String inFile(Path file, String user) {
        List<String> lines = lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw unreadable(file, "it has no token");
        }
        String line = lines.stream()
                .filter(it -> it.startsWith(user + " "))
                .findFirst()
                .orElse(lines.getFirst());
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, "it is larger than " + LARGEST + " bytes");
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName());
        }
    }

    private static Trouble unreadable(Path file, String reason) {
        return new Trouble(Trouble.REFUSED, "the token cannot be read", "to read " + file, reason,
                "name a file that you can read with --token-file");
    }
}
