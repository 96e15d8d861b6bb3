package dev.fairlead.sandbox.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The kit script with its surroundings made up: cache, given folder, checksums and mirror lie in a folder of the test. */
final class KitRun {

    private static final int LIMIT_SECONDS = 60;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    KitRun(Path folder) {
        this.folder = folder;
        environment.put("FAIRLEAD_KIT_CACHE", cache().toString());
    }

    KitRun with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    KitRun pinned(String lines) throws IOException {
        return with("FAIRLEAD_KIT_CHECKSUMS",
                Files.writeString(folder.resolve("checksums.txt"), lines).toString());
    }

    Path given(String tool, String version) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        with("FAIRLEAD_KIT_DIR", own.toString());
        Path binary = Files.writeString(own.resolve(tool), "#!/bin/sh\necho '" + version + "'\n");
        return Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path cache() {
        return folder.resolve("cache");
    }

    /** What has been installed; the lock and leftovers of a run that died begin with a dot. */
    List<Path> cached() throws IOException {
        if (!Files.exists(cache())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(cache())) {
            return all.filter(path -> !path.getFileName().toString().startsWith(".lock")).toList();
        }
    }

    Outcome run() throws Exception {
        return begin().end();
    }

    Running begin() throws IOException {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Path answer = Files.createTempFile(folder, "answer", ".txt");
        ProcessBuilder builder = new ProcessBuilder(Path.of("kit/kit").toAbsolutePath().toString())
                .redirectError(told.toFile())
                .redirectOutput(answer.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), answer, told);
    }

    record Running(Process process, Path answer, Path told) {

        Outcome end() throws Exception {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Expected the kit to end within " + LIMIT_SECONDS + " s");
            }
            return new Outcome(process.exitValue(), Files.readString(answer),
                    Files.readString(told));
        }
    }

    record Outcome(int code, String answer, String told) {

        String lastTold() {
            return told.lines().reduce("", (_, line) -> line);
        }
    }
}
