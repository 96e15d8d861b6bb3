package dev.fairlead.watcher.detection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.Seen;

/** The objects that are generated for a target. */
final class GeneratedObjects {

    private GeneratedObjects() {}

    /** Those that are there, as {@code kind/name}. */
    static Set<String> present(Frame frame, String namespace, Sightings sightings) {
        Set<String> there = new LinkedHashSet<>();
        expected(frame, namespace, sightings).forEach((name, seen) -> {
            if (seen.isPresent()) {
                there.add(name);
            }
        });
        return there;
    }

    /** Those that an initialised target must have and has not, as {@code kind/name}. */
    static Set<String> absent(Frame frame, String namespace, Sightings sightings) {
        Set<String> absent = new LinkedHashSet<>();
        expected(frame, namespace, sightings).forEach((name, seen) -> {
            if (seen.isEmpty()) {
                absent.add(name);
            }
        });
        return absent;
    }

    private static Map<String, Optional<Seen>> expected(Frame frame, String namespace,
            Sightings sightings) {
        Map<String, Optional<Seen>> all = new LinkedHashMap<>();
        if (frame.isNone()) {
            return all;
        }
        String apex = frame.apex();
        var primary = sightings.deployment(new Place(namespace, frame.primary()));
        all.put("Deployment/" + frame.primary(), primary.map(WorkloadSight::seen));
        var canary = sightings.deployment(new Place(namespace, frame.workload()));
        for (String service : new String[]{apex, apex + "-primary", apex + "-canary"}) {
            var behind = service.equals(apex + "-canary") ? canary : primary;
            all.put("Service/" + service,
                    service(new Place(namespace, service), behind, sightings));
        }
        all.putAll(RoutingObjects.expected(frame, namespace, sightings));
        return all;
    }

    /** One that somebody else has led elsewhere is as good as none: what it was for, it does not do. */
    private static Optional<Seen> service(Place place, Optional<WorkloadSight> behind,
            Sightings sightings) {
        return sightings.service(place)
                .filter(service -> behind.filter(service::isLedAstray).isEmpty())
                .map(ServiceSight::seen);
    }
}
