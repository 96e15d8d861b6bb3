package dev.fairlead.sandbox.bench.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of {@code fairlead sandbox --demo --exit}.
 *
 * @param took   from its start to its end
 * @param memory the most that all its processes had together, in MB; a page that several share
 *               counts in part for each
 * @param code   0 when both releases ended as expected
 */
record DemoRun(Duration took, double memory, int code) {

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    /**
     * Runs it in a checkout and waits for its end.
     *
     * @param environment added to this process's own
     * @param limit       after which it is killed
     */
    static DemoRun in(Path checkout, Map<String, String> environment, Path log, Duration limit) {
        long begun = System.nanoTime();
        Process demo = start(checkout, environment, log);
        double most = 0;
        try {
            while (!demo.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, memory(demo.toHandle()));
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw new IllegalStateException("Expected the demo to end within "
                            + limit.toSeconds() + " s, but it did not; see " + log);
                }
            }
            return new DemoRun(Duration.ofNanos(System.nanoTime() - begun), most,
                    demo.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            demo.destroy();
        }
    }

    private static Process start(Path checkout, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(checkout.resolve("fairlead").toString(), "sandbox", "--demo", "--exit"))
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the demo in " + checkout, e);
        }
    }

    private static double memory(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToDouble(process -> proportional(process.pid()))
                .sum();
    }

    /** A process that has just ended has none. */
    private static double proportional(long pid) {
        try (Stream<String> lines = Files
                .lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .sum() / KILOBYTES_PER_MEGABYTE;
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }
}
