package dev.fairlead.sandbox.mesh;

import java.util.List;

import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

/** When a route's {@code retryOn} asks for another attempt (Envoy: x-envoy-retry-on). */
final class RetryConditions {

    private static final int SERVER_ERROR = 500;
    private static final List<Integer> GATEWAY_ERRORS = List.of(502, 503, 504);

    private RetryConditions() {}

    static boolean hold(List<String> conditions, int status, ResponseFlag flag) {
        return conditions.stream()
                .map(String::strip)
                .anyMatch(condition -> holds(condition, status, flag));
    }

    private static boolean holds(String condition, int status, ResponseFlag flag) {
        return switch (condition) {
            case "5xx" -> status >= SERVER_ERROR;
            case "gateway-error" -> GATEWAY_ERRORS.contains(status);
            case "connect-failure" -> flag == ResponseFlag.UPSTREAM_CONNECTION_FAILURE;
            case "reset" -> flag == ResponseFlag.UPSTREAM_CONNECTION_TERMINATION
                    || flag == ResponseFlag.UPSTREAM_CONNECTION_FAILURE;
            // Istio's own default where a route asks for retries without conditions
            case "" -> flag == ResponseFlag.UPSTREAM_CONNECTION_FAILURE
                    || status == GATEWAY_ERRORS.get(1);
            default -> condition.equals(String.valueOf(status));
        };
    }
}
