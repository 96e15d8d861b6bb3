package dev.fairlead.router.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import dev.fairlead.canary.revision.ConfigChecksum;
import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.canary.revision.TrackedConfigs;
import dev.fairlead.events.Revision;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.PodForm;

/** Reads which revision a workload is, with the configs it uses, as the watcher does. */
public final class RevisionReader {

    private final ClusterObjects objects;

    private final Supplier<SecretFingerprints> secrets;

    private final Set<ConfigRef.Kind> tracking;

    /**
     * @param secrets
     *            by the cluster's key; asked only when a Secret is tracked
     * @param tracking
     *            the configs that count
     */
    public RevisionReader(ClusterObjects objects, Supplier<SecretFingerprints> secrets,
            Set<ConfigRef.Kind> tracking) {
        this.objects = objects;
        this.secrets = secrets;
        this.tracking = Set.copyOf(tracking);
    }

    /** The revision of a workload's template. */
    TrackedRevision of(PodForm form, Fields workload, String namespace, Attempt attempt) {
        Fields template = form.template(workload);
        Map<ObjectRef, Fields> tracked = new LinkedHashMap<>();
        Map<String, String> checksums = new TreeMap<>();
        for (ConfigRef ref : TrackedConfigs.in(template.fields("spec").map()).values()) {
            if (!tracking.contains(ref.kind())) {
                continue;
            }
            ObjectRef object = object(ref, namespace);
            Optional<Fields> config = objects.read(object, attempt);
            if (config.isEmpty() && !ref.optional()) {
                throw missing(object);
            }
            config.filter(live -> isTracked(ref, live)).ifPresent(live -> {
                tracked.put(object, live);
                checksums.put(ref.key(), checksum(object, live));
            });
        }
        List<String> images = template.list("spec", "containers")
                .stream()
                .map(container -> container.text("image"))
                .toList();
        var fingerprint = form.fingerprint(template);
        return new TrackedRevision(new Revision(fingerprint, checksums, images), tracked);
    }

    /** The checksum of a ConfigMap's or Secret's data. */
    String checksum(ObjectRef object, Fields config) {
        return object.kind() == Kind.SECRET
                ? secrets.get().ofSecret(config.map())
                : ConfigChecksum.of(config.map());
    }

    private static boolean isTracked(ConfigRef ref, Fields config) {
        boolean known = switch (ref.kind()) {
            case CONFIG_MAP -> true;
            case SECRET -> TrackedConfigs.SECRET_TYPES.contains(config.text("type"));
        };
        return known && !TrackedConfigs.optedOut(config.map());
    }

    private static ObjectRef object(ConfigRef ref, String namespace) {
        return new ObjectRef(switch (ref.kind()) {
            case CONFIG_MAP -> Kind.CONFIG_MAP;
            case SECRET -> Kind.SECRET;
        }, namespace, ref.name());
    }

    private static Obstacle missing(ObjectRef config) {
        String kind = config.kind().title().toLowerCase(Locale.ROOT);
        return new Obstacle(Reason.MISSING, config.toString(),
                "%s %s.%s get query error: %ss \"%s\" not found".formatted(kind, config.name(),
                        config.namespace(), kind, config.name()));
    }
}
