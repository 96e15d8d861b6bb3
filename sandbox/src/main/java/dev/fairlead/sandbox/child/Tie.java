package dev.fairlead.sandbox.child;

import java.util.ArrayList;
import java.util.List;

/**
 * Command lines that end when the pipe to their standard input breaks, which a kill -9 of this process does too. A
 * small shell stands between; it leads a session of its own, so the keyboard's interrupt does not reach it, and a kill
 * of its process group ends all that came of the command.
 */
public final class Tie {

    private static final String COMMAND = """
            exec 3<&0
            "$@" </dev/null 3<&- & child=$!
            (while read -r _ <&3; do :; done; kill -KILL 0) 2>/dev/null & watch=$!
            wait "$child"; code=$?
            kill -KILL "$watch" 2>/dev/null
            exit "$code"
            """;
    private static final String PID_FILE = """
            while read -r _; do :; done
            read -r pid <"$1" && kill -"$2" "$pid"
            """;

    private Tie() {}

    /** A command, tied; it reads nothing from its own standard input. */
    public static List<String> command(String name, List<String> command) {
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", COMMAND, name));
        words.addAll(command);
        return words;
    }

    /**
     * What sends a signal to the process that a file names in its first line, if the file is there by then.
     *
     * @param signal a name that {@code kill} knows, such as QUIT
     */
    static List<String> pidFile(String name, String file, String signal) {
        return List.of("setsid", "sh", "-c", PID_FILE, name, file, signal);
    }
}
