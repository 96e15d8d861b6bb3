package dev.fairlead.orchestrator.eventlog;

import java.util.Optional;

/** Where definitions are kept by their content hash. */
public interface DefinitionSource {

    /**
     * The JSON of a definition.
     *
     * @param hash
     *            {@code sha256:} and 64 hexadecimal characters
     */
    Optional<String> definition(String hash);
}
