package dev.fairlead.sandbox.boot;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import dev.fairlead.sandbox.bench.idle.IdleBench;
import dev.fairlead.sandbox.bench.reaction.ReactionBench;
import dev.fairlead.sandbox.bench.start.StartBench;

/** {@code fairlead bench}: one subcommand for each group of figures. */
@Command(name = "fairlead bench", subcommands = {ReactionBench.class, IdleBench.class,
    StartBench.class}, description = "measures this machine's Fairlead; every ratio has both sides in one run", mixinStandardHelpOptions = true)
public final class BenchMain {

    private BenchMain() {}

    public static void main(String[] arguments) {
        var log = LogFile.open();
        System.err.println("logs of all parts: " + log);
        System.exit(new CommandLine(new BenchMain()).setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
