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
import java.util.List;

import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.engine.Processes;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Service;

import static org.awaitility.Awaitility.await;

/** The five services as processes, and what they say of themselves. */
final class Services implements AutoCloseable {

    /** Five Java machines that start on a busy machine take their time. */
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Processes processes;
    private final HttpClient http = HttpClient.newHttpClient();

    private Services(Processes processes) {
        this.processes = processes;
    }

    static Services of(World world) {
        return of(EngineSettings.of(world), "outages");
    }

    /**
     * @param logs
     *            the folder of their logs, below that of the build
     */
    static Services of(EngineSettings settings, String logs) {
        try {
            Path folder = Files.createDirectories(Path.of("target", logs).toAbsolutePath());
            return new Services(new Processes(settings, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(List<Service> services) {
        services.forEach(processes::start);
    }

    void kill(List<Service> services) {
        services.forEach(processes::kill);
    }

    void stop(Service service) {
        processes.stop(service);
    }

    /** Where a service serves health, metrics and its API. */
    String address(Service service) {
        return processes.address(service);
    }

    /** What a service says of its readiness, once it says anything. */
    String health(Service service) {
        return await("health of " + service).atMost(TO_START)
                .ignoreExceptions()
                .until(() -> get(service, "/actuator/health/readiness"), text -> !text.isEmpty());
    }

    void awaitUp(List<Service> services) {
        for (Service service : services) {
            await(service + " up").atMost(TO_START)
                    .ignoreExceptions()
                    .until(() -> get(service, "/actuator/health/readiness"),
                            text -> text.contains("\"status\":\"UP\"")
                                    && !text.contains("OUT_OF_SERVICE")
                                    && !text.contains("\"DOWN\""));
        }
    }

    private String get(Service service, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(processes.address(service) + path))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        processes.close();
    }
}
