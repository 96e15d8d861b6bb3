package dev.fairlead.orchestrator.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.DeletionRequested;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.observation.WorkloadMissing;

/**
 * The highest resourceVersion seen of each object. A watcher that lags behind another one tells of
 * the past; what is older than what was heard is dropped. In memory only: after a take-over the
 * rules' own marks stand.
 */
final class Freshness {

    /** Objects that are remembered; the least recently heard of is forgotten first. */
    static final int OBJECTS = 100_000;

    private final Map<ObjectKey, Long> highest = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectKey, Long> eldest) {
            return size() > OBJECTS;
        }
    };

    void clear() {
        highest.clear();
    }

    /** Whether nothing newer was heard of the objects that it tells of; remembers them if so. */
    boolean admits(Observation observation) {
        List<Seen> marks = marks(observation);
        TargetKey target = observation.target();
        if (marks.stream().anyMatch(seen -> seen.resourceVersion() < newest(target, seen))) {
            return false;
        }
        marks.forEach(seen -> highest.put(ObjectKey.of(target, seen), seen.resourceVersion()));
        return true;
    }

    private long newest(TargetKey target, Seen seen) {
        return highest.getOrDefault(ObjectKey.of(target, seen), 0L);
    }

    /** The highest fence that the observation shows. */
    static Fence fence(Observation observation) {
        Fence status = observation instanceof TargetRestated restated
                ? restated.statusFence()
                : Fence.NONE;
        return marks(observation).stream()
                .map(Seen::fence)
                .reduce(status,
                        (one, other) -> one.isBelow(other) ? other : one);
    }

    /** A restatement counts as a whole: what is not among its parts is said not to be there. */
    private static List<Seen> marks(Observation observation) {
        return switch (observation) {
            case DefinitionChanged it -> List.of(it.canary());
            case DefinitionRefused it -> List.of(it.canary());
            case DeletionRequested it -> List.of(it.canary());
            case RevisionDetected it -> List.of(it.workload());
            case ReadinessChanged it -> List.of(it.workload());
            case RouteChanged it -> List.of(it.route());
            case TargetRestated it ->
                    it.parts().stream().flatMap(part -> marks(part).stream()).toList();
            case WorkloadMissing it -> List.of();
            case GeneratedObjectLost it -> List.of();
            case TargetGone it -> List.of();
        };
    }

    private record ObjectKey(TargetKey target, String kind, String uid) {

        static ObjectKey of(TargetKey target, Seen seen) {
            return new ObjectKey(target, seen.kind(), seen.uid());
        }
    }
}
