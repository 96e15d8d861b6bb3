package dev.fairlead.sandbox.mesh.routing;

import java.util.OptionalInt;

/**
 * Where a route sends requests.
 *
 * @param host   the host as written in the route, for messages
 * @param subset the name of a subset of the host's DestinationRule, or empty
 * @param port   the Service port, or 0 to take the only one, else that of the request
 */
public record Destination(String host, String subset, int port) {

    public OptionalInt wantedPort() {
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** A destination with its share among its route's destinations. */
    public record Weighted(Destination destination, int weight, HeaderChange.Both headers) {}

    /** A destination that gets copies of a share (0 to 100 percent) of the requests. */
    public record Mirror(Destination destination, double percent) {}
}
