package dev.fairlead.sandbox.mesh;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.sandbox.mesh.routing.EndpointTable;
import dev.fairlead.sandbox.mesh.routing.EndpointTable.Backends;
import dev.fairlead.sandbox.mesh.routing.PodSpot;
import dev.fairlead.sandbox.mesh.routing.RouteRules;
import dev.fairlead.sandbox.mesh.routing.RoutingTable;
import dev.fairlead.sandbox.mesh.routing.ServiceName;
import dev.fairlead.sandbox.mesh.routing.ServiceSpec;
import dev.fairlead.sandbox.mesh.routing.Subsets;

/**
 * Everything the mesh has been told, and the tables made of it. Only services that a change
 * concerns are looked at again.
 */
final class MeshInventory {

    private final Map<ServiceName, ServiceSpec> services = new HashMap<>();
    private final Map<String, Map<String, PodSpot>> podsByNamespace = new HashMap<>();
    private final Map<String, RouteRules> rules = new HashMap<>();
    private final Map<String, Subsets> subsets = new HashMap<>();
    private final Map<ServiceName, Backends> backends = new HashMap<>();
    private final Set<ServiceName> stale = new HashSet<>();
    private EndpointTable endpoints = EndpointTable.EMPTY;

    synchronized void put(ServiceSpec service) {
        services.put(service.name(), service);
        stale.add(service.name());
    }

    synchronized void removeService(ServiceName name) {
        services.remove(name);
        stale.add(name);
    }

    synchronized void put(PodSpot pod) {
        Map<String, PodSpot> pods =
                podsByNamespace.computeIfAbsent(pod.namespace(), _ -> new HashMap<>());
        PodSpot before = pods.put(pod.name(), pod);
        concern(pod);
        if (before != null) {
            concern(before);
        }
    }

    synchronized void removePod(String namespace, String name) {
        PodSpot gone = podsByNamespace.getOrDefault(namespace, new HashMap<>()).remove(name);
        if (gone != null) {
            concern(gone);
        }
    }

    synchronized void put(RouteRules one) {
        rules.put(one.key(), one);
    }

    synchronized void removeRules(String key) {
        rules.remove(key);
    }

    synchronized void put(String key, Subsets one) {
        subsets.put(key, one);
    }

    synchronized void removeSubsets(String key) {
        subsets.remove(key);
    }

    synchronized RoutingTable routes() {
        return RoutingTable.of(List.copyOf(rules.values()), List.copyOf(subsets.values()));
    }

    synchronized EndpointTable endpoints() {
        if (stale.isEmpty()) {
            return endpoints;
        }
        stale.forEach(name -> {
            ServiceSpec service = services.get(name);
            if (service == null) {
                backends.remove(name);
            } else {
                backends.put(name, Backends.of(service, podsIn(name.namespace())));
            }
        });
        stale.clear();
        endpoints = new EndpointTable(backends);
        return endpoints;
    }

    private Collection<PodSpot> podsIn(String namespace) {
        return podsByNamespace.getOrDefault(namespace, Map.of()).values();
    }

    private void concern(PodSpot pod) {
        services.values()
                .stream()
                .filter(service -> service.selects(pod.namespace(), pod.labels()))
                .forEach(service -> stale.add(service.name()));
    }
}
