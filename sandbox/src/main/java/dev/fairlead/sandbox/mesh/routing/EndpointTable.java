package dev.fairlead.sandbox.mesh.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All services and their ready pods at one moment. Immutable. */
public record EndpointTable(Map<ServiceName, Backends> services) {

    public static final EndpointTable EMPTY = new EndpointTable(Map.of());

    public EndpointTable {
        services = Map.copyOf(services);
    }

    /** One service: its endpoints by Service port. */
    public record Backends(Map<Integer, List<Endpoint>> byPort) {

        public Backends {
            byPort = Map.copyOf(byPort);
        }

        public static Backends of(ServiceSpec service, Collection<PodSpot> pods) {
            List<PodSpot> ready = pods.stream()
                    .filter(PodSpot::ready)
                    .filter(service::selects)
                    .toList();
            Map<Integer, List<Endpoint>> byPort = new HashMap<>();
            service.ports()
                    .forEach(port -> byPort.put(port.number(),
                            ready.stream().flatMap(pod -> endpoint(service, port, pod)).toList()));
            return new Backends(byPort);
        }

        private static Stream<Endpoint> endpoint(ServiceSpec service, ServiceSpec.Port port,
                PodSpot pod) {
            return port.on(pod)
                    .stream()
                    .map(number -> new Endpoint(service.name(), pod.name(),
                            pod.workload(), pod.labels(), pod.address(), number));
        }
    }

    /** What became of the search for an endpoint. */
    public sealed interface Choice {}

    public record Chosen(Endpoint endpoint) implements Choice {}

    public record Unavailable(Decision.Refuse refusal) implements Choice {}

    /** Every workload that has a ready pod here. */
    public Collection<String> workloads() {
        return services.values()
                .stream()
                .flatMap(one -> one.byPort().values().stream())
                .flatMap(List::stream)
                .map(endpoint -> endpoint.service().namespace() + "/" + endpoint.workload())
                .collect(Collectors.toSet());
    }

    /** How many endpoints the service has, each pod counted once. */
    public int endpoints(String namespace, String service) {
        Backends backends = services.get(new ServiceName(namespace, service));
        return backends == null
                ? 0
                : (int) backends.byPort()
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .map(Endpoint::pod)
                        .distinct()
                        .count();
    }

    /** One of the target's endpoints, drawn evenly. */
    public Choice choose(Decision.Target target, int requestPort, RandomGenerator dice) {
        Backends backends = services.get(target.service());
        if (backends == null) {
            return new Unavailable(target.routed()
                    ? Decision.noCluster(target.service().host())
                    : Decision.noRoute(target.service().host()));
        }
        List<Endpoint> all = backends.byPort().get(port(target, backends, requestPort));
        if (all == null) {
            return new Unavailable(Decision.noCluster(target.service().host() + " with port "
                    + port(target, backends, requestPort)));
        }
        List<Endpoint> wanted = target.subset().isEmpty() ? all : narrowed(all, target.subset());
        return wanted.isEmpty()
                ? new Unavailable(new Decision.Refuse(503, ResponseFlag.NO_HEALTHY_UPSTREAM,
                        "no healthy upstream"))
                : new Chosen(wanted.get(dice.nextInt(wanted.size())));
    }

    private static int port(Decision.Target target, Backends backends, int requestPort) {
        if (target.port() != 0) {
            return target.port();
        }
        return backends.byPort().size() == 1
                ? backends.byPort().keySet().iterator().next()
                : requestPort;
    }

    private static List<Endpoint> narrowed(List<Endpoint> all, Map<String, String> subset) {
        return all.stream()
                .filter(one -> one.labels().entrySet().containsAll(subset.entrySet()))
                .toList();
    }
}
