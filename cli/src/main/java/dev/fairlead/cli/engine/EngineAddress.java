package dev.fairlead.cli.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the engine is, and how that is known.
 *
 * @param uri
 *            without a path
 * @param from
 *            for people, such as {@code FAIRLEAD_SERVER}
 * @param token
 *            where the token is
 * @param hint
 *            what may be wrong with the address, known before it was tried; may be empty
 */
public record EngineAddress(URI uri, String from, TokenSource token, String hint) {

    /** Where a token is read when one is needed; never printed. */
    public sealed interface TokenSource {

        /** A file with a token, or with lines of a principal and a token. */
        record InFile(Path file) implements TokenSource {}

        /** The environment's {@code FAIRLEAD_TOKEN}. */
        record InEnvironment(String token) implements TokenSource {

            /** Without the token. */
            @Override
            public String toString() {
                return "FAIRLEAD_TOKEN";
            }
        }

        /** Nowhere. */
        record None() implements TokenSource {}
    }

    /** The file, where there is one. */
    Optional<Path> tokenFile() {
        return token instanceof TokenSource.InFile(Path file) ? Optional.of(file)
                : Optional.empty();
    }
}
