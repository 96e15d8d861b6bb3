package dev.fairlead.watcher.watch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.fairlead.canary.revision.ConfigChecksum;
import dev.fairlead.canary.revision.TrackedConfigs;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.CanarySight;
import dev.fairlead.watcher.detection.ConfigSight;
import dev.fairlead.watcher.detection.HttpRouteReader;
import dev.fairlead.watcher.detection.ObjectReader;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.detection.RefSight;
import dev.fairlead.watcher.detection.RouteReader;
import dev.fairlead.watcher.detection.RouteSight;
import dev.fairlead.watcher.detection.ServiceSight;
import dev.fairlead.watcher.detection.Sightings;
import dev.fairlead.watcher.detection.WorkloadKind;
import dev.fairlead.watcher.detection.WorkloadReader;
import dev.fairlead.watcher.detection.WorkloadSight;

/** What is kept of each object of one cluster. */
final class Caches implements Sightings {

    /** What is said of a polled Secret that was read and is not there. */
    private static final Object ABSENT = new Object();

    private final Map<Kind, Map<Place, Object>> byKind = new EnumMap<>(Kind.class);

    private final boolean polled;

    Caches() {
        this(false);
    }

    /**
     * @param polled
     *            whether nothing is known of a Secret before it was asked for
     */
    Caches(boolean polled) {
        this.polled = polled;
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new ConcurrentHashMap<>());
        }
    }

    /** Keeps what matters of an object. Called by one thread per kind. */
    void put(Kind kind, ApiObject object) {
        Object sight = switch (kind) {
            case CANARY -> ObjectReader.canary(object);
            case METRIC_TEMPLATE, ALERT_PROVIDER -> ObjectReader.reference(object);
            case DEPLOYMENT, DAEMON_SET -> find(kind, object.place(), WorkloadSight.class)
                    .map(before -> WorkloadReader.again(object, before))
                    .orElseGet(() -> WorkloadReader.read(object));
            case SERVICE -> WorkloadReader.read(object);
            case VIRTUAL_SERVICE -> RouteReader.read(object);
            case HTTP_ROUTE -> HttpRouteReader.read(object);
            case DESTINATION_RULE, POD_AUTOSCALER, SCALED_OBJECT -> object.seen();
            case CONFIG_MAP -> new ConfigSight(object.seen(), isTracked(object),
                    ConfigChecksum.of(object.body()));
            case SECRET -> unread(object);
        };
        all(kind).put(object.place(), sight);
    }

    void remove(Kind kind, Place place) {
        all(kind).remove(place);
    }

    /** Keeps what was read of a Secret, if that is still its version. */
    void read(Place place, ConfigSight secret) {
        if (polled) {
            all(Kind.SECRET).put(place, secret);
            return;
        }
        all(Kind.SECRET).computeIfPresent(place, (_, now) -> now instanceof ConfigSight old
                && old.seen().resourceVersion() == secret.seen().resourceVersion()
                        ? secret
                        : now);
    }

    /** A Secret was read and is not there; a watch tells that itself. */
    void absent(Place place) {
        if (polled) {
            all(Kind.SECRET).put(place, ABSENT);
        }
    }

    List<Place> places(Kind kind) {
        return List.copyOf(all(kind).keySet());
    }

    int size(Kind kind) {
        return all(kind).size();
    }

    @Override
    public Optional<CanarySight> canary(Place place) {
        return find(Kind.CANARY, place, CanarySight.class);
    }

    @Override
    public Optional<RefSight> template(Place place) {
        return find(Kind.METRIC_TEMPLATE, place, RefSight.class);
    }

    @Override
    public Optional<RefSight> alertProvider(Place place) {
        return find(Kind.ALERT_PROVIDER, place, RefSight.class);
    }

    @Override
    public Optional<WorkloadSight> workload(WorkloadKind kind, Place place) {
        return find(watched(kind), place, WorkloadSight.class);
    }

    @Override
    public Optional<RouteSight> virtualService(Place place) {
        return find(Kind.VIRTUAL_SERVICE, place, RouteSight.class);
    }

    @Override
    public Optional<RouteSight> httpRoute(Place place) {
        return find(Kind.HTTP_ROUTE, place, RouteSight.class);
    }

    @Override
    public Optional<Seen> destinationRule(Place place) {
        return find(Kind.DESTINATION_RULE, place, Seen.class);
    }

    @Override
    public Optional<ServiceSight> service(Place place) {
        return workload(WorkloadKind.SERVICE, place)
                .map(service -> new ServiceSight(service.seen(), service.selectors()));
    }

    @Override
    public Optional<Seen> autoscaler(Place place) {
        return find(Kind.POD_AUTOSCALER, place, Seen.class);
    }

    @Override
    public Optional<Seen> scaledObject(Place place) {
        return find(Kind.SCALED_OBJECT, place, Seen.class);
    }

    static Kind watched(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT -> Kind.DEPLOYMENT;
            case DAEMON_SET -> Kind.DAEMON_SET;
            case SERVICE -> Kind.SERVICE;
        };
    }

    @Override
    public Optional<ConfigSight> configMap(Place place) {
        return find(Kind.CONFIG_MAP, place, ConfigSight.class);
    }

    @Override
    public Optional<ConfigSight> secret(Place place) {
        Object known = all(Kind.SECRET).get(place);
        if (known instanceof ConfigSight read) {
            return Optional.of(read);
        }
        return polled && known != ABSENT ? Optional.of(unasked(place)) : Optional.empty();
    }

    private static ConfigSight unasked(Place place) {
        return new ConfigSight(new Seen(Kind.SECRET.text(), place.name(), "", 0, 0, 0, Fence.NONE),
                true, "");
    }

    private ConfigSight unread(ApiObject secret) {
        return secret(secret.place())
                .filter(old -> old.seen().resourceVersion() == secret.seen().resourceVersion())
                .orElseGet(() -> new ConfigSight(secret.seen(), isTracked(secret), ""));
    }

    private static boolean isTracked(ApiObject object) {
        return !TrackedConfigs
                .optedOut(Map.of("metadata", Map.of("annotations", object.annotations())));
    }

    private <T> Optional<T> find(Kind kind, Place place, Class<T> type) {
        return Optional.ofNullable(all(kind).get(place)).map(type::cast);
    }

    private Map<Place, Object> all(Kind kind) {
        return java.util.Objects.requireNonNull(byKind.get(kind));
    }
}
