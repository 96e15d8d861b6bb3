package dev.fairlead.sandbox.bench.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.fairlead.sandbox.bench.BenchCommand;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Machine;
import dev.fairlead.sandbox.bench.sheet.MachineShare;
import dev.fairlead.sandbox.bench.sheet.Sheet;
import dev.fairlead.sandbox.bench.sheet.Spread;

/** {@code fairlead bench start}. */
@Command(name = "start", description = "how long the demo takes, and how much memory", sortOptions = false)
public final class StartBench extends BenchCommand {

    private static final Duration WARM_LIMIT = Duration.ofMinutes(15);
    private static final Duration COLD_LIMIT = Duration.ofHours(2);
    private static final long CLONE_MINUTES = 5;
    private static final String HOME = "fairlead.home";

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "warm runs, everything built and cached (${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--cold", description = "first a run of a fresh clone with empty caches of its"
            + " own: Maven's, Go's and the kit's; fetches and builds everything")
    private boolean cold;

    @Override
    protected void measure(Sheet sheet) {
        Path home = Path.of(System.getProperty(HOME, ""));
        if (!Files.isExecutable(home.resolve("fairlead"))) {
            throw new IllegalStateException("Expected " + HOME
                    + " to name a checkout, but it is '" + home + "': start with ./fairlead bench");
        }
        try {
            Path scratch = Files.createTempDirectory("fairlead-start-");
            tell("logs of the runs: " + scratch);
            if (cold) {
                measureCold(sheet, home, scratch);
            }
            measureWarm(sheet, home, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder", e);
        }
    }

    private void measureCold(Sheet sheet, Path home, Path scratch) throws IOException {
        Path clone = scratch.resolve("clone");
        clone(home, clone, scratch);
        tell("a cold run; this takes a quarter of an hour and more");
        Machine before = Machine.now();
        DemoRun run = DemoRun.in(clone, emptyCaches(scratch), scratch.resolve("cold.log"),
                COLD_LIMIT);
        sheet.add(Figure.of("demo of a fresh clone, empty caches", "s",
                Spread.single(run.took().toMillis() / 1000.0), before.since())
                .atMost("exit code", run.code(), 0));
    }

    private static Map<String, String> emptyCaches(Path scratch) {
        Map<String, String> caches = new HashMap<>();
        caches.put("MAVEN_USER_HOME", scratch.resolve("m2").toString());
        caches.put("MAVEN_ARGS", "-Dmaven.repo.local=" + scratch.resolve("m2/repository"));
        caches.put("GOMODCACHE", scratch.resolve("go/mod").toString());
        caches.put("GOCACHE", scratch.resolve("go/build").toString());
        caches.put("FAIRLEAD_KIT_CACHE", scratch.resolve("kit").toString());
        return caches;
    }

    private void measureWarm(Sheet sheet, Path home, Path scratch) {
        List<Double> seconds = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        int worst = 0;
        Machine before = Machine.now();
        for (int i = 1; i <= runs; i++) {
            tell("warm run " + i);
            DemoRun run = DemoRun.in(home, Map.of(), scratch.resolve("warm-" + i + ".log"),
                    WARM_LIMIT);
            seconds.add(run.took().toMillis() / 1000.0);
            memory.add(run.memory());
            worst = Math.max(worst, run.code());
        }
        MachineShare machine = before.since();
        sheet.add(Figure.of("demo, everything cached", "s", Spread.of(seconds), machine)
                .atMost("worst exit code", worst, 0));
        sheet.add(Figure.of("memory of the sandbox at the most, all its processes", "MB",
                Spread.of(memory), machine));
    }

    private static void clone(Path home, Path to, Path scratch) throws IOException {
        Process git = new ProcessBuilder("git", "clone", "-q", home.toString(), to.toString())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("clone.log").toFile())
                .start();
        try {
            if (!git.waitFor(CLONE_MINUTES, TimeUnit.MINUTES) || git.exitValue() != 0) {
                throw new IllegalStateException("Expected a clone of " + home
                        + ", but git failed; see " + scratch.resolve("clone.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
