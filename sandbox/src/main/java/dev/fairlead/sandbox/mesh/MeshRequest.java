package dev.fairlead.sandbox.mesh;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * A request as a client hands it to its proxy.
 *
 * @param authority Host header, as {@code backend.prod} or {@code app.example.com:8080}
 * @param path      path and query, beginning with a slash
 */
public record MeshRequest(HttpMethod method, String authority, String path, MultiMap headers,
        Buffer body) {

    public static MeshRequest get(String authority, String path) {
        return new MeshRequest(HttpMethod.GET, authority, path,
                MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
    }

    public MeshRequest with(String header, String value) {
        MultiMap more = MultiMap.caseInsensitiveMultiMap().addAll(headers).add(header, value);
        return new MeshRequest(method, authority, path, more, body);
    }
}
