package dev.fairlead.standalone.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that is told to quit when this one is gone, however that came, a kill included. It leads
 * a session of its own, so the keyboard's interrupt reaches this process alone.
 */
final class TiedProcess {

    /** The pipe to its standard input breaks when we are gone. */
    private static final String TIE = """
            exec 3<&0
            "$@" </dev/null 3<&- & child=$!
            (while read -r _ <&3; do :; done; kill -QUIT "$child") 2>/dev/null & watch=$!
            wait "$child"; code=$?
            kill -KILL "$watch" 2>/dev/null
            exit "$code"
            """;

    private final Process shell;

    private TiedProcess(Process shell) {
        this.shell = shell;
    }

    /** Starts a command; what it prints is added to the log. */
    static TiedProcess start(Path folder, Path log, List<String> command,
            Map<String, String> environment) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", TIE, "fairlead"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new TiedProcess(builder.start());
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Comes true when it has ended. */
    CompletableFuture<Process> ended() {
        return shell.onExit();
    }

    /** Whether it ends within the time. */
    boolean endsWithin(Duration time) {
        try {
            return shell.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets go of it: it is told to quit. */
    void untie() throws IOException {
        shell.getOutputStream().close();
    }
}
