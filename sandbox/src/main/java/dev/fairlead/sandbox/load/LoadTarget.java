package dev.fairlead.sandbox.load;

import io.vertx.core.Future;

import dev.fairlead.sandbox.mesh.MeshProxy;
import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.mesh.MeshResponse;

/** Where load goes in. */
@FunctionalInterface
public interface LoadTarget {

    /** A failed future is a lost request. */
    Future<MeshResponse> send(MeshRequest request);

    /** Through a proxy inside this process, as a workload with a sidecar does. */
    static LoadTarget through(MeshProxy proxy) {
        return proxy::send;
    }
}
