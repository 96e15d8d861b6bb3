package dev.fairlead.sandbox.rollout;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.cli.boot.CliMain;
import dev.fairlead.cli.command.CommandLineOfFairlead;
import dev.fairlead.cli.command.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line of the engine's owner. */
public final class Terminal {

    private final List<String> where;

    /**
     * @param address
     *            of the orchestrator
     * @param token
     *            the file of its tokens
     */
    Terminal(String address, Path token) {
        this.where = List.of("--server", address, "--token-file", token.toString());
    }

    /** Runs a command to its end, and expects this exit code. */
    Printed types(int code, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(where);
        Printed printed = plainly(all);
        assertThat(printed.code()).as("%s: %s", List.of(words), printed).isEqualTo(code);
        return printed;
    }

    /** The same with nothing said about where the engine is but what stands among the words. */
    static Printed plainly(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLineOfFairlead(new Surroundings(Map.of(), Path.of("target"),
                System.getProperty("user.name"), false, InstantSource.system(),
                new PrintWriter(out), new PrintWriter(err)))
                .run(words.toArray(String[]::new));
        return new Printed(code, out.toString(), err.toString());
    }

    /** A command that runs on until it is closed, as a process. */
    Running leaves(String... words) {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp",
                        System.getProperty("java.class.path"), CliMain.class.getName()));
        command.addAll(List.of(words));
        command.addAll(where);
        try {
            Path out = Files.createTempFile("fairlead-", ".out");
            Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new Running(process, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command left: data and words. */
    record Printed(int code, String out, String err) {}

    /** A command that goes on. */
    record Running(Process process, Path out) implements AutoCloseable {

        List<String> lines() {
            try {
                return Files.readAllLines(out, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                Files.delete(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
