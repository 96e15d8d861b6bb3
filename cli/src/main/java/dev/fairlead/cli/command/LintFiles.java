package dev.fairlead.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.lint.Finding;
import dev.fairlead.cli.lint.Lint;

@Command(name = "lint", description = "checks Canaries, MetricTemplates and AlertProviders as the engine does", footer = "%nExit codes: 0 nothing found, 1 something found or not readable.")
final class LintFiles implements Callable<Integer> {

    /** A manifest is no larger than this, in bytes. */
    private static final int LARGEST = 4 << 20;

    @Mixin
    private final OutputOption output = new OutputOption();
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML or JSON, several documents each; - for standard input")
    private List<String> files = List.of();
    private final Surroundings around;

    LintFiles(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Lint lint = new Lint();
        files.forEach(file -> lint.check(file, content(file)));
        List<Finding> findings = lint.findings();
        ObjectNode tree = JsonMapper.builder().build().createObjectNode();
        findings.forEach(it -> tree.withArray("items")
                .addObject()
                .put("file", it.file())
                .put("line", it.line())
                .put("column", it.column())
                .put("field", it.field())
                .put("message", it.message()));
        around.print(output.many(tree, findings.stream().map(Finding::file).distinct().toList(),
                _ -> findings.stream().map(Finding::inWords).collect(Collectors.joining())));
        around.say(lint.checked() + " resources checked, " + findings.size() + " problems");
        return findings.isEmpty() ? 0 : Trouble.REFUSED;
    }

    private static String content(String file) {
        try {
            byte[] bytes = file.equals("-")
                    ? System.in.readNBytes(LARGEST + 1)
                    : Files.readAllBytes(Path.of(file));
            if (bytes.length > LARGEST) {
                throw unreadable(file, "it is larger than " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName());
        }
    }

    private static Trouble unreadable(String file, String reason) {
        return new Trouble(Trouble.REFUSED, "a file cannot be read", "to read " + file, reason,
                "name files that are there");
    }
}
