package dev.fairlead.watcher.detection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.Seen;
import dev.fairlead.events.definition.WorkloadRef;

/** The objects that are generated for a target. */
final class GeneratedObjects {

    private static final String PRIMARY = "-primary";

    private static final String CANARY = "-canary";

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
        workload(all, frame, namespace, sightings);
        scaler(all, frame, namespace, sightings);
        all.putAll(RoutingObjects.expected(frame, namespace, sightings));
        return all;
    }

    /** A Service that is the target leads users itself; its two copies are all that is made. */
    private static void workload(Map<String, Optional<Seen>> all, Frame frame, String namespace,
            Sightings sightings) {
        WorkloadKind kind = frame.kind().orElseThrow();
        String apex = frame.apex();
        var primary = sightings.workload(kind, new Place(namespace, frame.primary()));
        all.put(kind.text() + "/" + frame.primary(), primary.map(WorkloadSight::seen));
        if (kind == WorkloadKind.SERVICE) {
            Place copy = new Place(namespace, frame.copy());
            all.put("Service/" + copy.name(), sightings.service(copy).map(ServiceSight::seen));
            return;
        }
        var canary = sightings.workload(kind, new Place(namespace, frame.target()));
        for (String service : List.of(apex, apex + PRIMARY, apex + CANARY)) {
            var behind = service.equals(apex + CANARY) ? canary : primary;
            all.put("Service/" + service,
                    service(new Place(namespace, service), behind, sightings));
        }
    }

    /** One that somebody else has led elsewhere is as good as none: what it was for, it does not do. */
    private static Optional<Seen> service(Place place, Optional<WorkloadSight> behind,
            Sightings sightings) {
        return sightings.service(place)
                .filter(service -> behind.filter(service::isLedAstray).isEmpty())
                .map(ServiceSight::seen);
    }

    private static void scaler(Map<String, Optional<Seen>> all, Frame frame, String namespace,
            Sightings sightings) {
        WorkloadRef scaler = frame.scaler();
        if (scaler.equals(WorkloadRef.NONE)) {
            return;
        }
        Place place = new Place(namespace, scaler.primaryName());
        all.put(scaler.kind() + "/" + place.name(), scaler.kind().equals("ScaledObject")
                ? sightings.scaledObject(place)
                : sightings.autoscaler(place));
    }
}
