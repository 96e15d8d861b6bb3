package dev.fairlead.cli.command;

import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "completion", description = "a script that completes commands and options in bash and zsh:"
        + " source <(fairlead completion)")
final class Completion implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();
    private final Surroundings around;

    Completion(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        around.print(AutoComplete.bash("fairlead", spec.root().commandLine()));
        return 0;
    }
}
