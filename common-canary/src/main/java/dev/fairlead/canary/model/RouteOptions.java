package dev.fairlead.canary.model;

import java.util.List;
import java.util.Map;

/**
 * What is said about routes. The parts that only the mesh understands are kept as the trees that they came as; an empty
 * tree or list means that the part is absent.
 *
 * @param timeout as written, empty unless given
 * @param mirror static mirrors of Gateway API; not the mirroring of an analysis
 */
public record RouteOptions(List<String> hosts, List<String> gateways,
        List<Map<String, Object>> gatewayRefs,
        boolean delegation, String timeout, String backendTimeout, List<Map<String, Object>> match,
        Map<String, Object> rewrite, Map<String, Object> retries, Map<String, Object> headers,
        Map<String, Object> corsPolicy, Map<String, Object> trafficPolicy,
        List<Map<String, Object>> mirror) {}
