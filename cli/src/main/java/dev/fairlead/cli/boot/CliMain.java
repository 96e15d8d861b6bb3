package dev.fairlead.cli.boot;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

import dev.fairlead.cli.command.CommandLineOfFairlead;
import dev.fairlead.cli.command.Surroundings;

/** The command line as a process. */
public final class CliMain {

    private CliMain() {}

    public static void main(String[] arguments) {
        var around = new Surroundings(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"), isTerminal(), InstantSource.system(),
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(new CommandLineOfFairlead(around).run(arguments));
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
