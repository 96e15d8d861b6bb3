package dev.fairlead.cli.command;

import java.util.List;
import java.util.function.Function;

import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.show.OutputFormat;
import dev.fairlead.cli.show.Plain;

/** How data is written. */
final class OutputOption {

    @Option(names = {"-o",
        "--output"}, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.table;

    OutputFormat format() {
        return format;
    }

    boolean isWide() {
        return format == OutputFormat.wide;
    }

    /**
     * One thing.
     *
     * @param people
     *            what people read
     * @param name
     *            of the thing
     */
    String one(JsonNode tree, String name, Function<Boolean, String> people) {
        return switch (format) {
            case table -> people.apply(false);
            case wide -> people.apply(true);
            case json -> Plain.json(tree);
            case yaml -> Plain.yaml(tree);
            case name -> name + "\n";
        };
    }

    /** Several things; to programs as {@code {"items":[…]}}. */
    String many(JsonNode list, List<String> names, Function<Boolean, String> people) {
        return one(list, String.join("\n", names), people);
    }
}
