package dev.fairlead.sandbox.mesh;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Serves {@code /metrics} for Prometheus on a free loopback port. */
public final class MetricsPage implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final PrometheusMeterRegistry registry;
    private final HttpServer server;

    /** Opens it; the registry stays the caller's. */
    public MetricsPage(Vertx vertx, PrometheusMeterRegistry registry) {
        this.vertx = vertx;
        this.registry = registry;
        this.server = Started.within(vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, LOOPBACK));
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        Started.within(server.close());
    }

    private void answer(HttpServerRequest request) {
        if (!request.path().equals("/metrics")) {
            request.response().setStatusCode(404).end("Expected /metrics\n");
            return;
        }
        vertx.executeBlocking(() -> registry.scrape(CONTENT_TYPE), false)
                .onSuccess(page -> {
                    if (!request.response().closed()) {
                        request.response().putHeader("content-type", CONTENT_TYPE).end(page);
                    }
                })
                .onFailure(failure -> request.response()
                        .setStatusCode(500)
                        .end(String.valueOf(failure.getMessage())));
    }
}
