package dev.fairlead.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "audit", description = "who did what, and whether the log is what was written", synopsisSubcommandLabel = "COMMAND")
final class Audit implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    static CommandLine commands(Surroundings around) {
        CommandLine audit = new CommandLine(new Audit());
        audit.addSubcommand(new AuditLog(around));
        audit.addSubcommand(new AuditVerify(around));
        audit.addSubcommand(new AuditProve(around));
        audit.addSubcommand(new AuditExport(around));
        audit.addSubcommand(new AuditKey(around));
        audit.addSubcommand(new AuditCheckpoints(around));
        return audit;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Expected log, verify, prove, export, key or checkpoints, but got none");
    }
}
