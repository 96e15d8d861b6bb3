package dev.fairlead.router.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import dev.fairlead.canary.revision.ConfigChecksum;
import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.canary.revision.RevisionFingerprint;
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

/** Reads which revision a workload is, with the configs it uses, as the watcher does. */
public final class RevisionReader {

    private final ClusterObjects objects;

    private final Supplier<SecretFingerprints> secrets;

    private final boolean tracking;

    /**
     * @param secrets
     *            by the cluster's key; asked only when a Secret is tracked
     * @param tracking
     *            whether configs count
     */
    public RevisionReader(ClusterObjects objects, Supplier<SecretFingerprints> secrets,
            boolean tracking) {
        this.objects = objects;
        this.secrets = secrets;
        this.tracking = tracking;
    }

    /** The revision of a Deployment's template. */
    TrackedRevision of(Fields deployment, String namespace, Attempt attempt) {
        Fields template = deployment.fields("spec", "template");
        Map<ObjectRef, Fields> tracked = new LinkedHashMap<>();
        Map<String, String> checksums = new TreeMap<>();
        List<ConfigRef> refs = tracking
                ? List.copyOf(TrackedConfigs.in(template.fields("spec").map()).values())
                : List.of();
        for (ConfigRef ref : refs) {
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
        var fingerprint = RevisionFingerprint.ofPodTemplate(template.map());
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
