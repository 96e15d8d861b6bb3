package dev.fairlead.watcher.detection;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.WorkloadMissing;

/**
 * Which revision a target's workload asks for. The texts for what is missing are those that users
 * know from Flagger's events.
 */
final class RevisionRules {

    /**
     * What is known of a revision.
     *
     * @param part
     *            empty while something of it has not been read
     * @param pending
     *            what must be read, as {@code secret/name}
     */
    record Found(Optional<Observation> part, Set<String> pending) {}

    private final DetectionSettings settings;

    RevisionRules(DetectionSettings settings) {
        this.settings = settings;
    }

    Found of(TargetKey target, Life life, WorkloadKind kind, Place place, Sightings sightings) {
        Optional<WorkloadSight> found = sightings.workload(kind, place);
        String name = kind.text().toLowerCase(Locale.ROOT) + " " + place.name() + "."
                + place.namespace();
        if (found.isEmpty()) {
            return missing(target, life, name + " get query error: " + kind.resource() + " \""
                    + place.name() + "\" not found");
        }
        WorkloadSight workload = found.get();
        boolean selected = settings.selectorLabels()
                .stream()
                .anyMatch(workload.selectors()::containsKey);
        if (!selected && kind != WorkloadKind.SERVICE) {
            return missing(target, life, name + " spec.selector.matchLabels must contain one of ["
                    + String.join(" ", settings.selectorLabels()) + "]"
                    + (kind == WorkloadKind.DAEMON_SET ? "\"" : ""));
        }
        return withConfigs(target, life, workload, place, sightings);
    }

    private Found withConfigs(TargetKey target, Life life, WorkloadSight workload, Place place,
            Sightings sightings) {
        Map<String, String> configs = new TreeMap<>();
        Set<String> pending = new HashSet<>();
        for (ConfigRef ref : tracked(workload)) {
            Optional<ConfigSight> config = config(ref, place.namespace(), sightings);
            String trouble = config.map(ConfigSight::trouble)
                    .orElseGet(() -> ref.optional() ? "" : absence(ref));
            config.filter(sight -> !sight.isRead()).ifPresent(_ -> pending.add(ref.key()));
            if (!trouble.isEmpty()) {
                return missing(target, life, queryError(ref, place.namespace(), trouble), pending);
            }
            config.filter(ConfigSight::tracked)
                    .ifPresent(sight -> configs.put(ref.key(), sight.checksum()));
        }
        if (!pending.isEmpty()) {
            return new Found(Optional.empty(), pending);
        }
        var revision = new Revision(workload.template(), configs, workload.images());
        return new Found(Optional.of(new RevisionDetected(target, life, workload.seen(), revision,
                workload.wanted())), Set.of());
    }

    private List<ConfigRef> tracked(WorkloadSight workload) {
        if (!settings.configTracking()) {
            return List.of();
        }
        return workload.configs()
                .stream()
                .filter(ref -> ref.kind() != ConfigRef.Kind.SECRET
                        || settings.secrets() != SecretSight.OFF)
                .toList();
    }

    private static Optional<ConfigSight> config(ConfigRef ref, String namespace,
            Sightings sightings) {
        Place place = new Place(namespace, ref.name());
        return switch (ref.kind()) {
            case CONFIG_MAP -> sightings.configMap(place);
            case SECRET -> sightings.secret(place);
        };
    }

    private static String absence(ConfigRef ref) {
        return kind(ref) + "s \"" + ref.name() + "\" not found";
    }

    private static String queryError(ConfigRef ref, String namespace, String trouble) {
        return kind(ref) + " " + ref.name() + "." + namespace + " get query error: " + trouble;
    }

    private static String kind(ConfigRef ref) {
        return switch (ref.kind()) {
            case CONFIG_MAP -> "configmap";
            case SECRET -> "secret";
        };
    }

    private static Found missing(TargetKey target, Life life, String reason) {
        return missing(target, life, reason, Set.of());
    }

    private static Found missing(TargetKey target, Life life, String reason,
            Set<String> pending) {
        return new Found(Optional.of(new WorkloadMissing(target, life, reason)), pending);
    }
}
