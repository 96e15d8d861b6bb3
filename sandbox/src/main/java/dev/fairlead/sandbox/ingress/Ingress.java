package dev.fairlead.sandbox.ingress;

import java.util.Objects;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;

import dev.fairlead.sandbox.mesh.MeshProxy;
import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.mesh.MeshResponse;
import dev.fairlead.sandbox.mesh.Started;

/**
 * A loopback port that hands requests to a proxy by their Host header. Before a gateway it is the
 * cluster's edge; before a sidecar it lets {@code curl} act as that workload.
 */
public final class Ingress implements AutoCloseable {

    /** The longest request body, in bytes. */
    static final int LONGEST_BODY = 1 << 20;
    private static final String LOOPBACK = "127.0.0.1";

    private final MeshProxy proxy;
    private final HttpServer server;

    private Ingress(Vertx vertx, MeshProxy proxy, int port) {
        this.proxy = proxy;
        this.server =
                Started.within(
                        vertx.createHttpServer().requestHandler(this::take).listen(port, LOOPBACK));
    }

    /**
     * @param port 0 for a free one
     * @throws IllegalStateException the port is taken
     */
    public static Ingress open(Vertx vertx, MeshProxy proxy, int port) {
        return new Ingress(vertx, proxy, port);
    }

    public int port() {
        return server.actualPort();
    }

    public MeshProxy proxy() {
        return proxy;
    }

    @Override
    public void close() {
        Started.within(server.close());
    }

    private void take(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > LONGEST_BODY) {
                refuse(request);
            }
        });
        request.exceptionHandler(hungUp -> request.connection().close());
        request.endHandler(_ -> {
            if (!request.response().ended()) {
                pass(request, body);
            }
        });
    }

    private static void refuse(HttpServerRequest request) {
        if (!request.response().ended()) {
            request.response()
                    .setStatusCode(413)
                    .putHeader("connection", "close")
                    .end("Expected a body of at most " + LONGEST_BODY + " bytes\n");
        }
    }

    private void pass(HttpServerRequest request, Buffer body) {
        HostAndPort authority = request.authority();
        String host = authority == null ? LOOPBACK : authority.toString();
        proxy.send(new MeshRequest(request.method(), host,
                Objects.requireNonNullElse(request.uri(), "/"), request.headers(), body))
                .onSuccess(answer -> answer(request.response(), answer))
                .onFailure(failure -> answer(request.response(), failure));
    }

    /** A client that hung up gets nothing: there is nobody to tell. */
    private static void answer(HttpServerResponse response, MeshResponse answer) {
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(answer.status());
            response.headers().addAll(answer.headers());
            response.end(answer.body());
        }
    }

    private static void answer(HttpServerResponse response, Throwable failure) {
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(500).end(failure + "\n");
        }
    }
}
