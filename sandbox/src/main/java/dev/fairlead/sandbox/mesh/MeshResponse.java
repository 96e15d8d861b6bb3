package dev.fairlead.sandbox.mesh;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

import dev.fairlead.sandbox.mesh.routing.Decision;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

/**
 * What the client gets back.
 *
 * @param flag why the proxy answered by itself; {@code NONE} for an answer of the application
 */
public record MeshResponse(int status, MultiMap headers, Buffer body, ResponseFlag flag) {

    /** Where a proxy states its flag, so that clients behind a listener can tell. */
    public static final String FLAG_HEADER = "x-mesh-flag";

    static MeshResponse refused(Decision.Refuse refusal) {
        return new MeshResponse(refusal.status(),
                MultiMap.caseInsensitiveMultiMap()
                        .add("content-type", "text/plain")
                        .add(FLAG_HEADER,
                                refusal.flag().code()),
                Buffer.buffer(refusal.reason()), refusal.flag());
    }
}
