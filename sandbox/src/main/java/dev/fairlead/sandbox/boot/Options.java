package dev.fairlead.sandbox.boot;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param demo whether the two releases are shown
 * @param exit whether it ends after them
 * @param engine whether the five services run in it; without them, it is a cluster for another engine
 * @param help whether only the usage is wanted
 */
record Options(boolean demo, boolean exit, boolean engine, boolean help) {

    static final String USAGE = """
            usage: fairlead sandbox [--demo] [--exit] [--no-engine]
              --demo  release a good and a bad version of a backend and show what happens
              --exit  end after the demo: 0 when both ended as expected, else 1
              --no-engine  only the world, as a cluster to start './fairlead standalone' for
            """;

    private static final List<String> KNOWN = List.of("--demo", "--exit", "--no-engine",
            "--help");

    /**
     * @throws IllegalArgumentException an option is not known, or makes no sense alone
     */
    static Options of(String... arguments) {
        List<String> given = List.of(arguments);
        given.stream().filter(it -> !KNOWN.contains(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException(
                    "Expected one of " + KNOWN + ", but got \"" + it + "\"");
        });
        if (given.contains("--exit") && !given.contains("--demo")) {
            throw new IllegalArgumentException("Expected --demo with --exit, but got --exit alone");
        }
        if (given.contains("--no-engine") && given.contains("--demo")) {
            throw new IllegalArgumentException(
                    "Expected --demo or --no-engine, but got both: the demo needs the engine");
        }
        return new Options(given.contains("--demo"), given.contains("--exit"),
                !given.contains("--no-engine"), given.contains("--help"));
    }
}
