package dev.fairlead.sandbox.mesh.routing;

/** Why a proxy answered by itself, in Envoy's short forms ({@code response_flags}). */
public enum ResponseFlag {
    /** The application answered. */
    NONE("-"),
    /** No ready endpoint: 503. */
    NO_HEALTHY_UPSTREAM("UH"),
    /** The connection could not be made: 503. */
    UPSTREAM_CONNECTION_FAILURE("UF"),
    /** The connection broke before the answer was complete: 503. */
    UPSTREAM_CONNECTION_TERMINATION("UC"),
    /** No answer in time: 504. */
    UPSTREAM_REQUEST_TIMEOUT("UT"),
    /** No route takes the request: 404. */
    NO_ROUTE_FOUND("NR"),
    /** The route names a service, port or subset that does not exist: 503. */
    NO_CLUSTER_FOUND("NC");

    private final String code;

    ResponseFlag(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
