package dev.fairlead.sandbox.load;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.mesh.MeshResponse;
import dev.fairlead.sandbox.mesh.Started;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

/** Through a loopback port such as the ingress's, as a client outside the mesh does. */
public final class HttpLoadTarget implements LoadTarget, AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECTIONS = 256;

    private final HttpClient client;
    private final int port;

    public HttpLoadTarget(Vertx vertx, int port) {
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.port = port;
    }

    @Override
    public Future<MeshResponse> send(MeshRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .addAll(request.headers())
                .set(HttpHeaders.HOST, request.authority());
        return client
                .request(new RequestOptions().setMethod(request.method())
                        .setHost(LOOPBACK)
                        .setPort(port)
                        .setURI(request.path())
                        .setHeaders(headers))
                .compose(connected -> connected.send(request.body()))
                .compose(answer -> answer.body()
                        .map(body -> new MeshResponse(answer.statusCode(), answer.headers(),
                                body, ResponseFlag.NONE)));
    }

    @Override
    public void close() {
        Started.within(client.close());
    }
}
