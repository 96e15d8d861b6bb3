package dev.fairlead.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import dev.fairlead.cli.command.CommandLineOfFairlead;
import dev.fairlead.cli.command.Surroundings;

/** Runs commands as a shell would, at three in the morning. */
final class Shell {

    private final Map<String, String> environment = new HashMap<>();
    private final Path home;
    private boolean terminal;

    Shell(Path home) {
        this.home = home;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell onTerminal() {
        terminal = true;
        return this;
    }

    Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLineOfFairlead(new Surroundings(environment, home, "kim", terminal,
                InstantSource.fixed(Instant.parse("2026-11-24T03:00:12Z")), new PrintWriter(out),
                new PrintWriter(err))).run(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    /** What a command left. */
    record Ended(int code, String out, String err) {}
}
