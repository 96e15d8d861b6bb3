package dev.fairlead.watcher.watch;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.watcher.detection.CanarySight;
import dev.fairlead.watcher.detection.ConfigSight;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.detection.RefSight;
import dev.fairlead.watcher.detection.RouteSight;
import dev.fairlead.watcher.detection.ServiceSight;
import dev.fairlead.watcher.detection.Sightings;
import dev.fairlead.watcher.detection.WorkloadKind;
import dev.fairlead.watcher.detection.WorkloadSight;

/**
 * Which objects matter to which targets: those that were asked for when the target was looked at,
 * found or not. Noted before the answer is read, so that no change falls between the two.
 */
final class Interests {

    private final Map<ObjectRef, Set<TargetKey>> targets = new ConcurrentHashMap<>();

    private final Map<TargetKey, Set<ObjectRef>> objects = new ConcurrentHashMap<>();

    private final Map<Kind, AtomicInteger> wanted = new EnumMap<>(Kind.class);

    private final Sightings sightings;

    Interests(Sightings sightings) {
        this.sightings = sightings;
        for (Kind kind : Kind.values()) {
            wanted.put(kind, new AtomicInteger());
        }
    }

    Set<TargetKey> of(Kind kind, Place place) {
        return targets.getOrDefault(new ObjectRef(kind, place), Set.of());
    }

    /** The objects of a kind that matter to any target. */
    Set<Place> places(Kind kind) {
        return targets.keySet()
                .stream()
                .filter(object -> object.kind() == kind)
                .map(ObjectRef::place)
                .collect(Collectors.toSet());
    }

    /** What is seen for a target. One look at a time; ended with {@link Look#done}. */
    Look look(TargetKey target) {
        return new Look(target);
    }

    /** Nothing matters to a target that is gone. */
    void forget(TargetKey target) {
        Set<ObjectRef> before = objects.remove(target);
        if (before != null) {
            before.forEach(object -> remove(target, object));
        }
    }

    /** Whether an object of the kind matters to any target. */
    boolean want(Kind kind) {
        return wanted(kind).get() > 0;
    }

    private AtomicInteger wanted(Kind kind) {
        return Objects.requireNonNull(wanted.get(kind));
    }

    private void add(TargetKey target, ObjectRef object) {
        if (targets.computeIfAbsent(object, _ -> ConcurrentHashMap.newKeySet(1)).add(target)) {
            wanted(object.kind()).incrementAndGet();
        }
    }

    private void remove(TargetKey target, ObjectRef object) {
        targets.computeIfPresent(object, (_, all) -> {
            if (all.remove(target)) {
                wanted(object.kind()).decrementAndGet();
            }
            return all.isEmpty() ? null : all;
        });
    }

    /** One look at the objects around a target. */
    final class Look implements Sightings {

        private final TargetKey target;

        private final Set<ObjectRef> asked = new HashSet<>();

        private Look(TargetKey target) {
            this.target = target;
        }

        /** What was asked for in earlier looks and not in this one matters no more. */
        void done() {
            Set<ObjectRef> before = asked.isEmpty()
                    ? objects.remove(target)
                    : objects.put(target, asked);
            if (before != null) {
                before.stream()
                        .filter(object -> !asked.contains(object))
                        .forEach(object -> remove(target, object));
            }
        }

        @Override
        public Optional<CanarySight> canary(Place place) {
            return sightings.canary(noted(Kind.CANARY, place));
        }

        @Override
        public Optional<RefSight> template(Place place) {
            return sightings.template(noted(Kind.METRIC_TEMPLATE, place));
        }

        @Override
        public Optional<RefSight> alertProvider(Place place) {
            return sightings.alertProvider(noted(Kind.ALERT_PROVIDER, place));
        }

        @Override
        public Optional<WorkloadSight> workload(WorkloadKind kind, Place place) {
            return sightings.workload(kind, noted(Caches.watched(kind), place));
        }

        @Override
        public Optional<RouteSight> virtualService(Place place) {
            return sightings.virtualService(noted(Kind.VIRTUAL_SERVICE, place));
        }

        @Override
        public Optional<RouteSight> httpRoute(Place place) {
            return sightings.httpRoute(noted(Kind.HTTP_ROUTE, place));
        }

        @Override
        public Optional<Seen> destinationRule(Place place) {
            return sightings.destinationRule(noted(Kind.DESTINATION_RULE, place));
        }

        @Override
        public Optional<ServiceSight> service(Place place) {
            return sightings.service(noted(Kind.SERVICE, place));
        }

        @Override
        public Optional<Seen> autoscaler(Place place) {
            return sightings.autoscaler(noted(Kind.POD_AUTOSCALER, place));
        }

        @Override
        public Optional<Seen> scaledObject(Place place) {
            return sightings.scaledObject(noted(Kind.SCALED_OBJECT, place));
        }

        @Override
        public Optional<ConfigSight> configMap(Place place) {
            return sightings.configMap(noted(Kind.CONFIG_MAP, place));
        }

        @Override
        public Optional<ConfigSight> secret(Place place) {
            return sightings.secret(noted(Kind.SECRET, place));
        }

        private Place noted(Kind kind, Place place) {
            ObjectRef object = new ObjectRef(kind, place);
            if (asked.add(object)) {
                add(target, object);
            }
            return place;
        }
    }
}
