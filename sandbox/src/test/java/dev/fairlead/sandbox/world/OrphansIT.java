package dev.fairlead.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrphansIT {

    /** etcd, API server, controllers, Prometheus and Postgres with its helpers: far more than this. */
    private static final int LEAST = 5;
    private static final Duration WARM_START = Duration.ofSeconds(45);

    @Test
    void kill_9_of_the_launcher_leaves_nothing_running_and_the_next_start_sweeps_its_folder()
            throws Exception {
        Path first = killedLauncher();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(runningIn(first)).isEmpty());
        assertThat(first).exists();

        Path second = killedLauncher();
        assertThat(first).doesNotExist();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(runningIn(second)).isEmpty());
    }

    private static Path killedLauncher() throws IOException {
        long begin = System.nanoTime();
        Process launcher = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"), LauncherMain.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = launcher.inputReader()) {
            String ready = lines.lines()
                    .filter(line -> line.startsWith(LauncherMain.READY))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Expected the launcher to get ready"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(WARM_START);
            Path folder = Path.of(ready.substring(LauncherMain.READY.length()));
            assertThat(runningIn(folder)).hasSizeGreaterThan(LEAST);
            return folder;
        } finally {
            launcher.destroyForcibly();
        }
    }

    /** Processes that work in the folder or name it on their command line. */
    private static List<String> runningIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> isIn(process.pid(), folder))
                .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
                .toList();
    }

    private static boolean isIn(long pid, Path folder) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<String> line = Stream.of(Files.readString(process.resolve("cmdline")))) {
            return line.anyMatch(words -> words.contains(folder.toString()))
                    || Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException _) {
            return false;
        }
    }
}
