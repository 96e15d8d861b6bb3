package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One condition of a route; all parts must hold. Empty lists and maps ask for nothing. The fields
 * are those of Istio's {@code HTTPMatchRequest} (scheme is always http here).
 *
 * @param uri     at most one
 * @param ports   at most one
 */
public record RequestMatch(List<TextMatch> uri, List<TextMatch> method, List<TextMatch> authority,
        Map<String, TextMatch> headers, Map<String, TextMatch> withoutHeaders,
        Map<String, TextMatch> queryParams, List<Integer> ports, Set<String> gateways,
        Map<String, String> sourceLabels, Set<String> sourceNamespaces) {

    /** The name under which Istio binds routes to all sidecars. */
    static final String MESH = "mesh";

    /** Asks for nothing. */
    public static final RequestMatch ANY =
            new RequestMatch(List.of(), List.of(), List.of(), Map.of(),
                    Map.of(), Map.of(), List.of(), Set.of(), Map.of(), Set.of());

    public RequestMatch {
        uri = List.copyOf(uri);
        method = List.copyOf(method);
        authority = List.copyOf(authority);
        headers = Map.copyOf(headers);
        withoutHeaders = Map.copyOf(withoutHeaders);
        queryParams = Map.copyOf(queryParams);
        ports = List.copyOf(ports);
        gateways = Set.copyOf(gateways);
        sourceLabels = Map.copyOf(sourceLabels);
        sourceNamespaces = Set.copyOf(sourceNamespaces);
    }

    public boolean matches(Caller caller, RequestHead request) {
        return comesFrom(caller) && hasForm(request) && hasHeaders(request);
    }

    private boolean comesFrom(Caller caller) {
        return (gateways.isEmpty() || bound(gateways, caller))
                && caller.labels().entrySet().containsAll(sourceLabels.entrySet())
                && (sourceNamespaces.isEmpty() || sourceNamespaces.contains(caller.namespace()));
    }

    private boolean hasForm(RequestHead request) {
        return uri.stream().allMatch(m -> m.matches(request.plainPath()))
                && method.stream().allMatch(m -> m.matches(request.method()))
                && authority.stream().allMatch(m -> m.matches(request.authority()))
                && ports.stream().allMatch(port -> port == request.port())
                && queryParams.entrySet()
                        .stream()
                        .allMatch(wanted -> request
                                .queryParameter(wanted.getKey())
                                .filter(wanted.getValue()::matches)
                                .isPresent());
    }

    private boolean hasHeaders(RequestHead request) {
        return headers.entrySet().stream().allMatch(wanted -> has(request, wanted))
                && withoutHeaders.entrySet().stream().noneMatch(unwanted -> has(request, unwanted));
    }

    private static boolean has(RequestHead request, Map.Entry<String, TextMatch> wanted) {
        return request.header(wanted.getKey()).filter(wanted.getValue()::matches).isPresent();
    }

    /** The sandbox has one edge, which stands for every gateway by whatever name. */
    static boolean bound(Set<String> gateways, Caller caller) {
        return caller.gateway()
                ? gateways.stream().anyMatch(name -> !name.equals(MESH))
                : gateways.contains(MESH);
    }
}
