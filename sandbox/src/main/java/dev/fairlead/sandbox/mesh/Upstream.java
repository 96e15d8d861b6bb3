package dev.fairlead.sandbox.mesh;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import dev.fairlead.sandbox.mesh.routing.Decision;
import dev.fairlead.sandbox.mesh.routing.Endpoint;
import dev.fairlead.sandbox.mesh.routing.HeaderChange;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

/** Talks to pods: one attempt at a time, over pooled connections. */
final class Upstream {

    /** Connections to one pod. */
    private static final int CONNECTIONS_PER_POD = 256;
    /** Requests that wait for a connection to one pod; beyond, they fail. */
    private static final int WAITING_PER_POD = 4_096;
    private static final int IDLE_CONNECTION_SECONDS = 30;

    private final HttpClient client;

    Upstream(Vertx vertx, MeshSettings settings) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) settings.connectTime().toMillis())
                        .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS)
                        .setMaxWaitQueueSize(WAITING_PER_POD),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_POD));
    }

    /**
     * One attempt. A failed future carries a {@link Broken} that says how it failed.
     */
    Future<MeshResponse> attempt(MeshRequest request, Decision.Forward forward, Endpoint endpoint,
            Duration limit) {
        MultiMap headers = Headers.changed(Headers.passedOn(request.headers()),
                forward.headers().stream().map(HeaderChange.Both::request).toList());
        headers.set(HttpHeaders.HOST, forward.authority());
        var options = new RequestOptions().setMethod(request.method())
                .setHost(endpoint.address())
                .setPort(endpoint.port())
                .setURI(forward.path())
                .setHeaders(headers);
        return client.request(options)
                .compose(connected -> exchange(connected, request, limit))
                .map(answer -> new MeshResponse(answer.status(), Headers.changed(answer.headers(),
                        forward.headers().stream().map(HeaderChange.Both::response).toList()),
                        answer.body(), ResponseFlag.NONE))
                .recover(failure -> Future.failedFuture(Broken.by(failure)));
    }

    private static Future<MeshResponse> exchange(HttpClientRequest connected, MeshRequest request,
            Duration limit) {
        return connected.send(request.body())
                .compose(response -> response.body()
                        .map(body -> new MeshResponse(response.statusCode(),
                                Headers.passedOn(response.headers()), body, ResponseFlag.NONE)))
                .timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS)
                .onFailure(late -> connected.reset());
    }

    Future<Void> close() {
        return client.close();
    }

    /** How an attempt failed, as Envoy would flag it. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ResponseFlag flag;

        private Broken(ResponseFlag flag, Throwable cause) {
            super(cause.getMessage(), cause, false, false);
            this.flag = flag;
        }

        static Broken by(Throwable failure) {
            return switch (failure) {
                case Broken already -> already;
                case TimeoutException late ->
                        new Broken(ResponseFlag.UPSTREAM_REQUEST_TIMEOUT, late);
                case ConnectException unmade ->
                        new Broken(ResponseFlag.UPSTREAM_CONNECTION_FAILURE, unmade);
                default -> new Broken(ResponseFlag.UPSTREAM_CONNECTION_TERMINATION, failure);
            };
        }

        ResponseFlag flag() {
            return flag;
        }

        Decision.Refuse refusal() {
            return flag == ResponseFlag.UPSTREAM_REQUEST_TIMEOUT
                    ? new Decision.Refuse(504, flag, "upstream request timeout")
                    : new Decision.Refuse(503, flag, "upstream connect error or disconnect/reset: "
                            + getMessage());
        }
    }
}
