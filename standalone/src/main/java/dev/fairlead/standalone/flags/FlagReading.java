package dev.fairlead.standalone.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads a command line as Go's {@code flag} package does: {@code -x=v}, {@code --x=v}, {@code -x v}
 * and {@code --x v} are the same, the last of several counts, and a switch needs no value. Settings of
 * the services may stand among the flags by their full name, {@code --fairlead.router.worker=w1}.
 */
public final class FlagReading {

    private static final Pattern SETTING = Pattern
            .compile("--((fairlead|spring|server|management|logging)\\.[^=]+)=(.*)");

    private static final Map<String, String> ENVIRONMENT = Map.of("SLACK_URL", "slack-url",
            "SLACK_TOKEN", "slack-token", "SLACK_PROXY_URL", "slack-proxy-url", "MSTEAMS_URL",
            "msteams-url", "MSTEAMS_PROXY_URL", "msteams-proxy-url", "EVENT_WEBHOOK_URL",
            "event-webhook");

    private final Map<String, List<String>> own = new HashMap<>();

    private final Map<String, String> settings = new HashMap<>();

    private final List<String> notes = new ArrayList<>();

    private FlagReading() {}

    /**
     * What the words ask for.
     *
     * @param environment
     *            wins over the flags where Flagger's does
     * @throws WrongFlag
     *             a flag is not known, or its value cannot be used
     */
    public static Wish of(List<String> words, Map<String, String> environment) {
        FlagReading reading = new FlagReading();
        List<String> flags = new ArrayList<>();
        for (String word : words) {
            var setting = SETTING.matcher(word);
            if (setting.matches()) {
                reading.settings.put(setting.group(1), setting.group(3));
            } else {
                flags.add(word);
            }
        }
        reading.read(flags);
        reading.overrule(environment);
        return new Wish(reading.own, reading.settings, reading.notes);
    }

    private void read(List<String> words) {
        CommandLine line = new CommandLine(spec()).setPosixClusteredShortOptionsAllowed(false)
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false);
        try {
            var found = line.parseArgs(words.toArray(String[]::new));
            Flags.all().forEach(flag -> {
                List<String> values = found.matchedOptionValue("--" + flag.name(), List.of());
                if (!values.isEmpty()) {
                    take(flag, values);
                }
            });
        } catch (CommandLine.UnmatchedArgumentException e) {
            throw unknown(e.getUnmatched().getFirst());
        } catch (CommandLine.MissingParameterException e) {
            throw new WrongFlag("Expected a value of " + e.getMissing().getFirst().paramLabel()
                    + ", but got none: " + e.getMessage());
        } catch (CommandLine.ParameterException e) {
            throw new WrongFlag(String.valueOf(e.getMessage()));
        }
    }

    /** Every flag may come more than once, so that we say which one counts. */
    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("fairlead standalone");
        Flags.all().forEach(flag -> {
            // Of what is not needed, nobody has to know whether it takes a value.
            boolean alone = flag.isSwitch() || flag.use() == Flag.Use.NEEDLESS;
            var option = OptionSpec.builder("--" + flag.name(), "-" + flag.name())
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity(alone ? "0..1" : "1")
                    .paramLabel(flag.label().isEmpty() ? "true|false" : flag.label());
            if (alone) {
                option.fallbackValue("true");
            }
            spec.addOption(option.build());
        });
        return spec;
    }

    private void take(Flag flag, List<String> came) {
        List<String> values = came.stream().map(value -> read(flag, value)).toList();
        switch (flag.use()) {
            case OWN -> own.put(flag.name(),
                    flag.name().equals("context") ? values : List.of(values.getLast()));
            case SETTING -> flag.settings()
                    .forEach(setting -> settings.put(setting, values.getLast()));
            case NEEDLESS -> notes.add("--" + flag.name() + " is accepted and does nothing: "
                    + flag.help());
            case MISSING -> throw new WrongFlag(
                    "--" + flag.name() + " cannot be obeyed: " + flag.help());
        }
    }

    private static String read(Flag flag, String came) {
        try {
            return flag.form().read(came);
        } catch (IllegalArgumentException e) {
            throw new WrongFlag("--" + flag.name() + ": " + (flag.isSecret()
                    ? "expected an address that starts with http:// or https://, but got something"
                            + " else, which is not shown because it may be secret"
                    : e.getMessage()));
        }
    }

    private void overrule(Map<String, String> environment) {
        ENVIRONMENT.forEach((variable, name) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                Flags.all()
                        .filter(flag -> flag.name().equals(name))
                        .forEach(flag -> take(flag, List.of(value)));
            }
        });
    }

    private static WrongFlag unknown(String word) {
        if (!word.startsWith("-")) {
            return new WrongFlag("Expected only flags, but got \"" + word + "\"");
        }
        String name = word.replaceFirst("^-+", "").replaceFirst("=.*", "");
        Optional<String> near = NearestName.of(name, Flags.all().map(Flag::name).toList());
        return new WrongFlag("--" + name + " is not known"
                + near.map(it -> "; did you mean --" + it + "?").orElse("")
                + " (--help lists all flags)");
    }
}
