package dev.fairlead.sandbox.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.fairlead.standalone.boot.StandaloneMain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code fairlead standalone} as the launcher starts it: a process of its own. */
final class StandaloneProcess implements AutoCloseable {

    static final Duration START = Duration.ofMinutes(4);
    static final Duration END = Duration.ofMinutes(2);

    private static final Pattern HTTP = Pattern.compile("http +(http://127\\.0\\.0\\.1:\\d+)/");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path out;
    private final Path log;

    private StandaloneProcess(Process process, Path out, Path log) {
        this.process = process;
        this.out = out;
        this.log = log;
    }

    /** @param folder for what it prints; kept in one file each, over several starts */
    static StandaloneProcess start(Path folder, Map<String, String> environment,
            List<String> flags) {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Xss512k",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                StandaloneMain.class.getName(), "--fairlead.announce.file="));
        words.addAll(flags);
        try {
            Path out = Files.createTempFile(folder, "standalone-", ".out");
            Path log = folder.resolve("standalone.log");
            ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().remove("KUBECONFIG");
            builder.environment().putAll(environment);
            return new StandaloneProcess(builder.start(), out, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says so. */
    StandaloneProcess ready() {
        awaitSaid("\nready ");
        return this;
    }

    void awaitSaid(String text) {
        await("standalone to say " + text.strip()).atMost(START)
                .untilAsserted(() -> {
                    String said = said();
                    assertThat(process.isAlive() || said.contains(text)).as("%s\n%s", said, log())
                            .isTrue();
                    assertThat(said).contains(text);
                });
    }

    String said() {
        return read(out);
    }

    String log() {
        return read(log);
    }

    long pid() {
        return process.pid();
    }

    /** The status and the body that a path of its port answers with. */
    String get(String path) {
        return answer(request(path).GET());
    }

    /** The same to a command, by somebody who has the token; empty for none. */
    String post(String path, String token) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"tried by a test\"}"));
        return answer(token.isEmpty() ? request
                : request.header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        var found = HTTP.matcher(said());
        assertThat(found.find()).as(said()).isTrue();
        return HttpRequest.newBuilder(URI.create(found.group(1) + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static String answer(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** As the terminal's or an init system's signal does. */
    int end() {
        process.destroy();
        return exitCode();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(END.toSeconds(), TimeUnit.SECONDS))
                    .as("ended within %s: %s", END, said())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
