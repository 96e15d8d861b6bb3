package dev.fairlead.sandbox.mesh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.vertx.core.MultiMap;

import dev.fairlead.sandbox.mesh.routing.HeaderChange;
import dev.fairlead.sandbox.mesh.routing.RequestHead;
import dev.fairlead.sandbox.mesh.routing.TextMatch;

/** Headers on their way through a proxy. */
final class Headers {

    /** Concern one connection only, or are made anew (RFC 9110, 7.6.1). */
    private static final Set<String> PER_HOP = Set.of("connection", "keep-alive",
            "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "content-length",
            "host");

    private Headers() {}

    static RequestHead head(MeshRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach((name, value) -> headers.merge(TextMatch.headerName(name), value,
                        (one, other) -> one + "," + other));
        return new RequestHead(request.method().name(), request.authority(), request.path(),
                headers);
    }

    static MultiMap passedOn(MultiMap headers) {
        MultiMap passed = MultiMap.caseInsensitiveMultiMap();
        headers.forEach((name, value) -> {
            if (!PER_HOP.contains(TextMatch.headerName(name))) {
                passed.add(name, value);
            }
        });
        return passed;
    }

    static MultiMap changed(MultiMap headers, List<HeaderChange> changes) {
        changes.stream().filter(change -> !change.isNone()).forEach(change -> {
            change.remove().forEach(headers::remove);
            change.set().forEach(headers::set);
            change.add().forEach(headers::add);
        });
        return headers;
    }
}
