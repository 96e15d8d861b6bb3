package dev.fairlead.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.events.proof.NoteKey;

/** The public key that somebody kept. */
public final class Keys {

    private static final long LONGEST = 4_096;

    private Keys() {}

    /**
     * @param typed
     *            a file with the key, or the key itself
     */
    public static NoteKey read(String typed) {
        if (typed.isBlank()) {
            throw new Trouble(Trouble.USAGE, "a key is needed", "to check a signature",
                    "no --key; without one anybody could have signed it",
                    "once, while you trust the engine: fairlead audit key > fairlead.key");
        }
        try {
            Path file = Path.of(typed);
            boolean named = Files.isRegularFile(file) && Files.size(file) <= LONGEST;
            return NoteKey.parse(named ? Files.readString(file) : typed);
        } catch (IOException | IllegalArgumentException e) {
            throw new Trouble(Trouble.USAGE, "the key cannot be used", "to read --key " + typed,
                    String.valueOf(e.getMessage()), "fairlead audit key > fairlead.key");
        }
    }
}
