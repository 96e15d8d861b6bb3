package dev.fairlead.watcher.detection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;

/** What is seen in a cluster of a test, given as manifests. */
public final class Sights implements Sightings {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Object> all = new HashMap<>();

    private long version = 100;

    /** Puts an object there, or another version of it. */
    public Sights with(String manifest) {
        ApiObject object = object(manifest);
        Object sight = switch (object.seen().kind()) {
            case "Canary" -> ObjectReader.canary(object);
            case "MetricTemplate", "AlertProvider" -> ObjectReader.reference(object);
            case "Deployment", "DaemonSet", "Service" -> WorkloadReader.read(object);
            case "VirtualService" -> RouteReader.read(object);
            case "HTTPRoute" -> HttpRouteReader.read(object);
            case "DestinationRule", "HorizontalPodAutoscaler", "ScaledObject" -> object.seen();
            default -> throw new IllegalArgumentException(object.seen().kind());
        };
        all.put(object.seen().kind() + "/" + object.place(), sight);
        return this;
    }

    public Sights without(String kind, String name) {
        all.remove(kind + "/prod/" + name);
        return this;
    }

    public Sights withConfig(String kind, String name, ConfigSight config) {
        all.put(kind + "/prod/" + name, config);
        return this;
    }

    /** An object in namespace prod, unless it names another. */
    public ApiObject object(String manifest) {
        Map<String, Object> tree = map(YAML.readValue(manifest, Map.class));
        Map<String, Object> metadata = map(tree.remove("metadata"));
        String kind = String.valueOf(tree.remove("kind"));
        tree.remove("apiVersion");
        Map<String, Object> status = map(tree.getOrDefault("status", Map.of()));
        long generation = number(metadata.get("generation"), 1);
        String name = String.valueOf(metadata.get("name"));
        Map<String, String> annotations = new HashMap<>();
        map(metadata.getOrDefault("annotations", Map.of()))
                .forEach((key, value) -> annotations.put(key, String.valueOf(value)));
        Seen seen =
                new Seen(kind, name, String.valueOf(metadata.getOrDefault("uid", "uid-" + name)),
                        version++, generation, number(status.get("observedGeneration"), generation),
                        Fence.parse(annotations.getOrDefault(ApiObject.FENCE, "")));
        return new ApiObject(seen,
                new Place(String.valueOf(metadata.getOrDefault("namespace", "prod")), name),
                annotations, "kubectl", tree, metadata.containsKey("deletionTimestamp"));
    }

    public static Seen seen(String kind, String name) {
        return new Seen(kind, name, "uid-" + name, 7, 0, 0, Fence.NONE);
    }

    @Override
    public Optional<CanarySight> canary(Place place) {
        return find("Canary", place, CanarySight.class);
    }

    @Override
    public Optional<RefSight> template(Place place) {
        return find("MetricTemplate", place, RefSight.class);
    }

    @Override
    public Optional<RefSight> alertProvider(Place place) {
        return find("AlertProvider", place, RefSight.class);
    }

    @Override
    public Optional<WorkloadSight> workload(WorkloadKind kind, Place place) {
        return find(kind.text(), place, WorkloadSight.class);
    }

    @Override
    public Optional<RouteSight> virtualService(Place place) {
        return find("VirtualService", place, RouteSight.class);
    }

    @Override
    public Optional<RouteSight> httpRoute(Place place) {
        return find("HTTPRoute", place, RouteSight.class);
    }

    @Override
    public Optional<Seen> destinationRule(Place place) {
        return find("DestinationRule", place, Seen.class);
    }

    @Override
    public Optional<ServiceSight> service(Place place) {
        return workload(WorkloadKind.SERVICE, place)
                .map(service -> new ServiceSight(service.seen(), service.selectors()));
    }

    @Override
    public Optional<Seen> autoscaler(Place place) {
        return find("HorizontalPodAutoscaler", place, Seen.class);
    }

    @Override
    public Optional<Seen> scaledObject(Place place) {
        return find("ScaledObject", place, Seen.class);
    }

    @Override
    public Optional<ConfigSight> configMap(Place place) {
        return find("ConfigMap", place, ConfigSight.class);
    }

    @Override
    public Optional<ConfigSight> secret(Place place) {
        return find("Secret", place, ConfigSight.class);
    }

    private <T> Optional<T> find(String kind, Place place, Class<T> type) {
        return Optional.ofNullable(all.get(kind + "/" + place)).map(type::cast);
    }

    @SuppressWarnings("unchecked") // YAML has no other maps
    private static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }

    private static long number(Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
