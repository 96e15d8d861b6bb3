package dev.fairlead.standalone.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The files of a Postgres: made once, whole or not at all, and only worked on by its own version. */
final class PostgresCluster {

    /** Who owns everything in it. */
    static final String USER = "fairlead";

    private static final String PID_FILE = "postmaster.pid";

    static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final Duration RUN_LIMIT = Duration.ofMinutes(2);

    private static final int TOLD_CHARACTERS = 600;

    private final Path folder;

    private final Path programs;

    private final Path data;

    /** Unpacks the programs; no process is started. */
    PostgresCluster(Path folder) throws IOException {
        this.folder = folder;
        this.programs = PostgresBinaries.in(folder);
        this.data = folder.resolve("data");
    }

    Path data() {
        return data;
    }

    /** The password of {@link #USER}. */
    String password() throws IOException {
        return Secrets.kept(folder.resolve("password"));
    }

    /** A program with its arguments, in a form that also works for root, whom Postgres refuses. */
    List<String> command(String program, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(programs.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return words;
    }

    /** Where the programs find their libraries. */
    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", programs.resolve("lib").toString(), "LC_ALL", "C", "TZ",
                "UTC");
    }

    /**
     * Makes the files if there are none.
     *
     * @throws IllegalStateException
     *             they are of another version of Postgres, or cannot be made
     */
    void prepare() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            expectOwnVersion();
            return;
        }
        password();
        Path unfinished = folder.resolve("data.new");
        Folders.remove(unfinished);
        run("initdb", List.of("-D", unfinished.toString(), "-U", USER, "--pwfile",
                folder.resolve("password").toString(), "--auth=scram-sha-256", "--encoding=UTF8",
                "--locale=C", "--data-checksums"));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void expectOwnVersion() throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        String said = run("postgres", List.of("--version"));
        String own = said.replaceAll(".*\\s(\\d+)\\..*", "$1").strip();
        if (!made.equals(own)) {
            throw new IllegalStateException("Expected the database in " + data
                    + " to be of Postgres " + own + ", which is what this version of Fairlead"
                    + " brings, but it is of Postgres " + made + "; move the log with the version"
                    + " of Fairlead that wrote it, see docs/operate.md");
        }
    }

    /**
     * Has the server on these files end, its clients being cut off; returns when it has.
     *
     * @throws IllegalStateException
     *             it does not
     */
    void stop() throws IOException {
        run("pg_ctl", List.of("-D", data.toString(), "stop", "-m", "fast", "-w", "-t",
                Long.toString(STOP_LIMIT.toSeconds())));
    }

    /** Postgres knows a server that has died by its number, unless another process has that now. */
    void forgetOthers() throws IOException {
        if (named().filter(process -> !worksHere(process)).isPresent()) {
            Files.delete(data.resolve(PID_FILE));
        }
    }

    private String run(String program, List<String> arguments) throws IOException {
        Path said = Files.createTempFile(folder, program, ".out");
        ProcessBuilder builder = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(RUN_LIMIT.toSeconds(), TimeUnit.SECONDS);
            String text = Files.readString(said);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("Postgres cannot be used in " + folder + ": "
                        + program + " said: "
                        + text.substring(Math.max(0, text.length() - TOLD_CHARACTERS)).strip());
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + program + " ran", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** Whether a server, of an earlier run perhaps, works on these files. */
    boolean isServed() throws IOException {
        return named().filter(this::worksHere).isPresent();
    }

    private Optional<ProcessHandle> named() throws IOException {
        Path pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive);
    }

    /** A server works in its own folder, by whatever path that was named. */
    private boolean worksHere(ProcessHandle process) {
        Path about = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(about.resolve("cmdline")).contains("postgres")
                    && Files.readSymbolicLink(about.resolve("cwd")).equals(data.toRealPath());
        } catch (IOException _) {
            return false; // it has ended in between, or is somebody else's
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
