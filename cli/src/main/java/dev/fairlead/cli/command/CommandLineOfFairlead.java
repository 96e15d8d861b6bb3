package dev.fairlead.cli.command;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import dev.fairlead.cli.engine.Refusal;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.Colour;

/** All commands. */
public final class CommandLineOfFairlead {

    private final Surroundings around;

    public CommandLineOfFairlead(Surroundings around) {
        this.around = around;
    }

    /** Runs one command; its exit code, see {@link Trouble}. */
    public int run(String... arguments) {
        try {
            return commands().execute(arguments);
        } finally {
            around.out().flush();
            around.err().flush();
        }
    }

    private CommandLine commands() {
        CommandLine commands = new CommandLine(new Root());
        commands.addSubcommand(new ListTargets(around));
        commands.addSubcommand(new Get(around));
        commands.addSubcommand(new Status(around));
        commands.addSubcommand(new Why(around));
        commands.addSubcommand(new ShowEvents(around));
        add(commands, "pause", "keep the weight as it is; a revision that fails is rolled back"
                + " all the same");
        add(commands, "resume", "go on after a pause");
        add(commands, "promote", "promote the revision that is tried now, without the rest of its"
                + " analysis");
        add(commands, "abort", "all requests to the primary at once, and give the revision up");
        add(commands, "retry", "try a revision again that was given up; take up what is stopped");
        commands.addSubcommand("approve",
                described(new AskAtGate("approve", around), "open a gate"));
        commands.addSubcommand("reject", described(new AskAtGate("reject", around),
                "shut a gate: it opens only by approve"));
        commands.addSubcommand(Audit.commands(around));
        commands.addSubcommand(new LintFiles(around));
        commands.addSubcommand(new Doctor(around));
        commands.addSubcommand(new Completion(around));
        return usual(commands);
    }

    private void add(CommandLine commands, String name, String description) {
        commands.addSubcommand(name, described(new Ask(name, around), description));
    }

    private static CommandSpec described(Ask command, String description) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        spec.usageMessage().description(description);
        return spec;
    }

    private CommandLine usual(CommandLine commands) {
        commands.setOut(around.out());
        commands.setErr(around.err());
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(
                around.colour() == Colour.ON ? Ansi.ON : Ansi.OFF));
        withHelp(commands);
        commands.setParameterExceptionHandler(this::wrong);
        commands.setExecutionExceptionHandler((e, _, _) -> told(e));
        return commands;
    }

    private static void withHelp(CommandLine command) {
        command.getSubcommands().values().forEach(CommandLineOfFairlead::withHelp);
        command.getCommandSpec().mixinStandardHelpOptions(true);
    }

    private int told(Exception e) throws Exception {
        Trouble trouble = switch (e) {
            case Trouble it -> it;
            case Refusal it -> it.asTrouble();
            default -> throw e; // anything else is a bug, shown as such
        };
        around.say(trouble.inWords());
        return trouble.exitCode();
    }

    private int wrong(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        List<String> near = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        around.say(new Trouble(Trouble.USAGE, "the command line is not understood",
                command.getCommandSpec().root().name() + " " + String.join(" ", shown(arguments)),
                String.valueOf(e.getMessage()), near.isEmpty()
                        ? command.getCommandSpec().qualifiedName() + " --help"
                        : "perhaps " + String.join(" or ", near))
                .inWords());
        return Trouble.USAGE;
    }

    /** Long texts, such as reasons, are not said again. */
    private static List<String> shown(String[] arguments) {
        return List.of(arguments)
                .stream()
                .map(it -> it.indexOf(' ') < 0 ? it : "'" + it + "'")
                .toList();
    }
}
