package dev.fairlead.sandbox.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.fairlead.sandbox.world.World;

/**
 * Stands between the analyzer and the real Prometheus, and notes when a bad value was first served.
 * Prometheus scrapes the targets' quality here: 100 is good, 0 is bad.
 */
public final class MetricStand implements AutoCloseable {

    private static final String BAD_VALUE = "\"0\"]";
    private static final int GOOD = 100;

    private final URI prometheus;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> qualities = new ConcurrentHashMap<>();
    private final Map<String, Instant> served = new ConcurrentHashMap<>();

    public MetricStand(World world) {
        prometheus = world.prometheus().address();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on loopback", e);
        }
        server.setExecutor(threads);
        server.createContext("/metrics", exchange -> answer(exchange, 200, page()));
        server.createContext("/api/", this::forward);
        server.start();
        world.prometheus()
                .targets()
                .put("bench", List.of("127.0.0.1:" + server.getAddress().getPort()), Map.of());
    }

    /** What MetricTemplates name as their Prometheus. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From the next scrape on a target is good. */
    public void good(String target) {
        served.remove(target);
        qualities.put(target, GOOD);
    }

    /** From the next scrape on a target is bad. */
    public void bad(String target) {
        qualities.put(target, 0);
    }

    /** Whether Prometheus knows the target's quality. */
    public boolean knows(String target) {
        URI question = prometheus.resolve("/api/v1/query?query=bench_quality%7Btarget%3D%22"
                + target + "%22%7D");
        try {
            return ask(question).body().contains("\"value\"");
        } catch (IOException _) {
            return false;
        }
    }

    /** When a bad value of the target had been served for the first time; empty before. */
    public Optional<Instant> firstBad(String target) {
        return Optional.ofNullable(served.get(target));
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
        threads.close();
    }

    private String page() {
        StringBuilder page = new StringBuilder("# TYPE bench_quality gauge\n");
        qualities.forEach((target, quality) -> page.append("bench_quality{target=\"")
                .append(target)
                .append("\"} ")
                .append(quality)
                .append('\n'));
        return page.toString();
    }

    private void forward(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        HttpResponse<String> reply = ask(prometheus.resolve(asked));
        if (reply.body().contains(BAD_VALUE)) {
            Instant now = Instant.now();
            String query = URLDecoder.decode(asked.getRawQuery(), StandardCharsets.UTF_8);
            qualities.keySet()
                    .stream()
                    .filter(target -> query.contains("\"" + target + "\""))
                    .forEach(target -> served.putIfAbsent(target, now));
        }
        answer(exchange, reply.statusCode(), reply.body());
    }

    private HttpResponse<String> ask(URI question) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(question).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
