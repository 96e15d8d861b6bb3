package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Map;

/** What the routes say about one request. */
public sealed interface Decision {

    /**
     * Send it to a service.
     *
     * @param target    where to
     * @param authority as the destination shall see it
     * @param path      as the destination shall see it, with the query
     * @param headers   changes, in the order in which they apply
     * @param effects   time-out and retries
     * @param mirrors   who gets a copy (already drawn by their shares)
     */
    record Forward(Target target, String authority, String path, List<HeaderChange.Both> headers,
            HttpRoute.Effects effects, List<Target> mirrors) implements Decision {
        public Forward {
            headers = List.copyOf(headers);
            mirrors = List.copyOf(mirrors);
        }
    }

    /** Answer it in the proxy. */
    record Refuse(int status, ResponseFlag flag, String reason) implements Decision {}

    /**
     * A service, perhaps narrowed.
     *
     * @param port   Service port, 0: the only one, else that of the request
     * @param subset labels the pods must have
     * @param routed false where no route was asked for the host: the plain service
     */
    record Target(ServiceName service, int port, Map<String, String> subset, boolean routed) {
        public Target {
            subset = Map.copyOf(subset);
        }
    }

    static Refuse noRoute(String host) {
        return new Refuse(404, ResponseFlag.NO_ROUTE_FOUND, "no route for host " + host);
    }

    static Refuse noCluster(String what) {
        return new Refuse(503, ResponseFlag.NO_CLUSTER_FOUND, "no cluster " + what);
    }
}
