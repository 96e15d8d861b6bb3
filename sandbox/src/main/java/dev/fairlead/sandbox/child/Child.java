package dev.fairlead.sandbox.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that ends when this one does, however this one ends. A small shell stands between: it holds a pipe
 * from here open, and when the pipe breaks it kills the process. A kill -9 of this process breaks the pipe too.
 */
public final class Child implements AutoCloseable {

    static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final int TOLD_LINES = 8;

    private static final String TIE = """
            exec 3<&0
            "$@" </dev/null 3<&- & child=$!
            echo "$child" >"$0.pid"
            (while read -r _ <&3; do :; done; kill -KILL "$child") 2>/dev/null & watch=$!
            wait "$child"; code=$?
            kill -KILL "$watch" 2>/dev/null
            exit "$code"
            """;
    private static final String GUARD = """
            while read -r _; do :; done
            kill -"$2" "$1" 2>/dev/null
            """;

    private final String name;
    private final Path folder;
    private final Path log;
    private final Process shell;

    private Child(String name, Path folder, Path log, Process shell) {
        this.name = name;
        this.folder = folder;
        this.log = log;
        this.shell = shell;
    }

    /**
     * Starts a command in a folder; what it prints is added to the log.
     *
     * @param environment added to this process's own
     */
    public static Child start(String name, Path folder, Path log, Map<String, String> environment,
            List<String> command) {
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", TIE, name));
        words.addAll(command);
        return launch(name, folder, log, environment, words);
    }

    /**
     * Ties a process that somebody else started: it gets the signal when this process is gone, or at close.
     *
     * @param signal a name that {@code kill} knows, such as QUIT
     */
    public static Child guard(String name, Path folder, Path log, long pid, String signal) {
        return launch(name, folder, log, Map.of(),
                List.of("setsid", "sh", "-c", GUARD, name, Long.toString(pid), signal));
    }

    private static Child launch(String name, Path folder, Path log, Map<String, String> environment,
            List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(name, folder, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    public boolean isAlive() {
        return shell.isAlive();
    }

    /**
     * Lets the caller go on waiting for the child only as long as that has a point.
     *
     * @throws IllegalStateException the child has ended; the message holds the last lines it printed
     */
    public void expectAlive() {
        if (!shell.isAlive()) {
            throw new IllegalStateException("Expected " + name + " to run, but it ended with code "
                    + shell.exitValue() + ":\n" + lastLines());
        }
    }

    /** The last lines it printed, for a message about what went wrong. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n",
                    lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Freezes it as a stopped or overloaded machine would: it answers nothing, its connections stay open. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on after {@link #pause()}. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            String pid = Files.readString(folder.resolve(name + ".pid")).strip();
            new ProcessBuilder("kill", "-" + signal, pid).start()
                    .waitFor(END_LIMIT.toSeconds(),
                            TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it (a signal that cannot be refused, also while paused) and waits until it is gone. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "Expected " + name + " to end within " + END_LIMIT.toSeconds()
                                + " s of its kill");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot end " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
