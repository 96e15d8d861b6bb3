package dev.fairlead.sandbox.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.fairlead.sandbox.bench.sheet.Sheet;
import dev.fairlead.sandbox.bench.sheet.SheetJson;
import dev.fairlead.sandbox.bench.sheet.SheetText;

/**
 * One command of {@code fairlead bench}: measures, and prints a sheet as a table or as JSON. What it
 * does meanwhile goes to standard error. Ends with 0 when all limits are met, else with 1.
 */
public abstract class BenchCommand implements Callable<Integer> {

    @Option(names = "--json", description = "print JSON instead of a table")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "write the JSON to a file, too")
    private @Nullable Path out;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "print this and end")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * Measures.
     *
     * @param sheet takes the figures as they come, so that an interrupted run shows what it has
     */
    protected abstract void measure(Sheet sheet);

    @Override
    public final Integer call() {
        Sheet sheet = new Sheet(command().name());
        try {
            measure(sheet);
        } finally {
            print(sheet);
        }
        return sheet.isGood() ? 0 : 1;
    }

    /** Says what is being done. */
    protected final void tell(String line) {
        PrintWriter err = command().commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private void print(Sheet sheet) {
        PrintWriter to = command().commandLine().getOut();
        to.print(json ? SheetJson.of(sheet) + System.lineSeparator() : SheetText.of(sheet));
        to.flush();
        Path file = out;
        if (file != null) {
            try {
                Files.writeString(file, SheetJson.of(sheet) + System.lineSeparator());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to " + file, e);
            }
        }
    }

    private CommandSpec command() {
        CommandSpec given = spec;
        if (given == null) {
            throw new IllegalStateException("Expected to be called by picocli");
        }
        return given;
    }
}
