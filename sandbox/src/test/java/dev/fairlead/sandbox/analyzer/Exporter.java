package dev.fairlead.sandbox.analyzer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy's metrics, made up: at every scrape each workload has had a thousand more requests, of
 * which so many failed. It also answers as a Prometheus that wants a token.
 */
final class Exporter implements AutoCloseable {

    static final String GUARDED_VALUE = "12.5";

    private static final int REQUESTS_PER_SCRAPE = 1_000;

    private final Map<String, Integer> failuresPerScrape = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> guardedCalls = new ConcurrentLinkedQueue<>();
    private final AtomicLong scrapes = new AtomicLong();
    private final String namespace;
    private final HttpServer server;

    Exporter(String namespace) {
        this.namespace = namespace;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/metrics", exchange -> answer(exchange, metrics()));
        server.createContext("/api/v1/query", this::guarded);
        server.start();
    }

    /** 0 to 1000 of a thousand; -1 for a workload without any requests. */
    void workload(String name, int failures) {
        failuresPerScrape.put(name, failures);
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The values of {@code Authorization} and {@code X-Scope-OrgID} that came. */
    ConcurrentLinkedQueue<String> guardedCalls() {
        return guardedCalls;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String metrics() {
        long scrape = scrapes.incrementAndGet();
        StringBuilder text = new StringBuilder("# TYPE istio_requests_total counter\n");
        failuresPerScrape.forEach((name, failures) -> {
            long all = failures < 0 ? 0 : scrape * REQUESTS_PER_SCRAPE;
            long failed = failures < 0 ? 0 : scrape * failures;
            text.append(sample(name, "200", all - failed)).append(sample(name, "503", failed));
        });
        return text.toString();
    }

    private String sample(String workload, String code, long value) {
        return "istio_requests_total{reporter=\"destination\",destination_workload_namespace=\""
                + namespace + "\",destination_workload=\"" + workload + "\",response_code=\"" + code
                + "\"} " + value + "\n";
    }

    private void guarded(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        guardedCalls
                .add(headers.getFirst("Authorization") + " " + headers.getFirst("X-Scope-OrgID"));
        answer(exchange, "{\"data\":{\"result\":[{\"value\":[1,\"" + GUARDED_VALUE + "\"]}]}}");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
