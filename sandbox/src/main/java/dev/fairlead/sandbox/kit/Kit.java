package dev.fairlead.sandbox.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.fairlead.sandbox.child.Tie;

/** The kit script, seen from Java. */
public final class Kit {

    /** Longer than the slowest build; the script has shorter limits of its own for each of its steps. */
    static final Duration LIMIT = Duration.ofMinutes(90);

    private static final String SCRIPT = "sandbox/kit/kit";
    private static final String SCRIPT_VARIABLE = "FAIRLEAD_KIT";

    private final Path script;

    public Kit(Path script) {
        this.script = script;
    }

    /**
     * The script named by {@code FAIRLEAD_KIT}, else the one of the checkout that the working directory lies in.
     *
     * @throws KitFailed there is none
     */
    public static Kit located() {
        String named = System.getenv(SCRIPT_VARIABLE);
        if (named != null) {
            return new Kit(Path.of(named));
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve(SCRIPT))) {
                return new Kit(folder.resolve(SCRIPT));
            }
        }
        throw new KitFailed("Expected " + SCRIPT + " in or above " + start + ", but there is none: "
                + "start in a checkout, or name the script with " + SCRIPT_VARIABLE);
    }

    /**
     * Finds the binaries, or builds or fetches them, which takes minutes the first time.
     *
     * @param progress gets a line at least each few seconds while something is made
     * @throws KitFailed they cannot be had, with the script's own sentence about what to do
     */
    public Tools prepare(Consumer<String> progress) {
        try {
            // Tied, so that a build does not outlive whoever asked for it.
            Process process = new ProcessBuilder(
                    Tie.command("kit", List.of(script.toString(), "prepare"))).start();
            return Tools.of(answer(process, progress));
        } catch (IOException e) {
            throw new KitFailed("Expected to run " + script + ", but: " + e.getMessage(), e);
        }
    }

    private static Map<String, Path> answer(Process process, Consumer<String> progress)
            throws IOException {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
                BufferedReader paths = process.inputReader(StandardCharsets.UTF_8)) {
            String last = "kit: it said nothing";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                progress.accept(line);
            }
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new KitFailed(last);
            }
            Map<String, Path> found = new HashMap<>();
            paths.lines()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> found.put(pair[0], Path.of(pair[1])));
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KitFailed("Interrupted while waiting for the kit", e);
        } finally {
            process.getOutputStream().close();
        }
    }
}
