package dev.fairlead.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "fairlead", description = "Asks a running Fairlead about its rollouts, and tells it what to do.", synopsisSubcommandLabel = "COMMAND", footer = "%n'fairlead COMMAND --help' tells more. Data goes to standard output, words to"
        + " standard error.%nExit codes: 0 done, 1 refused or not known, 2 rolled back,"
        + " 3 waiting, 4 time-out, 5 the engine%ndoes not answer, 64 the command line is"
        + " wrong.")
final class Root implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a command, but got none");
    }
}
