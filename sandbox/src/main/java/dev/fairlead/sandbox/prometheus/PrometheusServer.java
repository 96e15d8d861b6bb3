package dev.fairlead.sandbox.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import dev.fairlead.sandbox.child.Child;

/** A Prometheus process on loopback; it ends when this process does. */
public final class PrometheusServer implements AutoCloseable {

    static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);
    private static final long PROBE_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int OK = 200;

    private final Path folder;
    private final Path binary;
    private final int port;
    private final ScrapeTargets targets;
    private @Nullable Child child;

    /**
     * @param folder an existing folder for its configuration and data, which are kept for a restart
     * @param scrape time between two scrapes of a target, at least 100 ms; a window of analysis must span two
     */
    public PrometheusServer(Path folder, Path binary, int port, Duration scrape) {
        this.folder = folder.toAbsolutePath();
        this.binary = binary;
        this.port = port;
        try {
            targets = new ScrapeTargets(Files.createDirectories(this.folder.resolve("targets")));
            Files.writeString(this.folder.resolve("prometheus.yml"),
                    configuration(scrape.toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private static String configuration(long scrapeMillis) {
        return """
                global:
                  scrape_interval: %dms
                  scrape_timeout: %dms
                  evaluation_interval: 1s
                scrape_configs:
                - job_name: sandbox
                  honor_labels: true
                  file_sd_configs:
                  - files: [targets/*.json]
                    refresh_interval: 5s
                """.formatted(scrapeMillis, scrapeMillis);
    }

    /**
     * Starts it, or starts it again on the same port and data, and returns when it answers queries.
     *
     * @throws IllegalStateException it ended or was not ready in time, with the last lines of its log
     */
    public synchronized void start() {
        child = Child.start("prometheus", folder, folder.resolve("prometheus.log"), Map.of(),
                List.of(binary.toString(), "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data",
                        "--web.listen-address=127.0.0.1:" + port,
                        "--storage.tsdb.retention.time=1d",
                        "--log.level=warn"));
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            child.expectAlive();
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Expected Prometheus to be ready within "
                        + START_LIMIT.toSeconds() + " s, but it was not:\n" + child.lastLines());
            }
            LockSupport.parkNanos(PROBE_PAUSE_NANOS);
        }
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/-/ready"))
                .timeout(PROBE_LIMIT)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Prometheus", e);
        }
    }

    /** Such as {@code http://127.0.0.1:20123}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ScrapeTargets targets() {
        return targets;
    }

    /** Ends it at once, as a crash would; {@link #start()} brings it back. */
    public synchronized void stop() {
        if (child != null) {
            child.close();
            child = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
