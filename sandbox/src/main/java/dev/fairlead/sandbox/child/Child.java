package dev.fairlead.sandbox.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that ends when this one does, however this one ends. */
public final class Child implements AutoCloseable {

    static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final int TOLD_LINES = 8;

    private final String name;
    private final Path log;
    private final Process shell;

    private Child(String name, Path log, Process shell) {
        this.name = name;
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
        return launch(name, folder, log, environment, Tie.command(name, command));
    }

    /**
     * Ties a process that somebody else starts, now or later: it gets the signal when this process is gone, or at
     * close.
     *
     * @param pidFile where its id stands in the first line while it runs
     * @param signal  a name that {@code kill} knows, such as QUIT
     */
    public static Child guard(String name, Path folder, Path log, Path pidFile, String signal) {
        return launch(name, folder, log, Map.of(), Tie.pidFile(name, pidFile.toString(), signal));
    }

    private static Child launch(String name, Path folder, Path log, Map<String, String> environment,
            List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(name, log, builder.start());
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
        shell.children().filter(this::isCommand).forEach(process -> send(signal, process.pid()));
    }

    /** The shell's other child is a shell too: the one that waits for the pipe to break, and must go on doing so. */
    private boolean isCommand(ProcessHandle process) {
        return !process.info().command().equals(shell.info().command());
    }

    private void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start()
                    .waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end in good order, and kills it when it does not within the limit. */
    public void end() {
        signal("TERM");
        try {
            shell.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
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
