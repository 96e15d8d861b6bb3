package dev.fairlead.canary.revision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.fairlead.canary.revision.ConfigRef.Kind;
import dev.fairlead.canary.tree.JsonTree;

/**
 * The ConfigMaps and Secrets that the pods of a workload read: volumes, projected volumes, environment, of containers
 * and init containers. Pull secrets, debugging containers and volumes of drivers do not count.
 */
public final class TrackedConfigs {

    /** Secrets of other types are the cluster's own business and are never tracked. */
    public static final Set<String> SECRET_TYPES = Set.of("Opaque", "kubernetes.io/basic-auth",
            "kubernetes.io/ssh-auth", "kubernetes.io/tls");
    private static final String TRACKING = "flagger.app/config-tracking";

    private TrackedConfigs() {}

    /**
     * By key, in the order of the template. If something is referred to several times, the last reference decides
     * whether it is optional.
     *
     * @param podSpec
     *            {@code spec.template.spec} of a workload
     */
    public static Map<String, ConfigRef> in(Map<String, ?> podSpec) {
        Map<String, ConfigRef> found = new LinkedHashMap<>();
        visit(JsonTree.frozen(podSpec), reference -> {
            ConfigRef ref = reference.ref();
            if (!ref.name().isEmpty()) {
                found.put(ref.key(), ref);
            }
        });
        return found;
    }

    /**
     * The same pod spec with other names for some configs.
     *
     * @param rename
     *            from key, such as {@code secret/tls}, to the new name; keys that it lacks keep their name
     */
    public static Map<String, Object> renamed(Map<String, ?> podSpec, Map<String, String> rename) {
        Map<String, Object> copy = JsonTree.modifiable(podSpec);
        visit(copy, reference -> {
            String name = rename.get(reference.ref().key());
            if (name != null) {
                reference.holder().put(reference.nameKey(), name);
            }
        });
        return JsonTree.frozen(copy);
    }

    /** The same pod spec with each of these configs under {@code name-primary}. */
    public static Map<String, Object> ofPrimary(Map<String, ?> podSpec, Set<String> keys) {
        Map<String, String> rename = new HashMap<>();
        UnaryOperator<String> primary = key -> key.substring(key.indexOf('/') + 1) + "-primary";
        keys.forEach(key -> rename.put(key, primary.apply(key)));
        return renamed(podSpec, rename);
    }

    /** Whether the owner of a ConfigMap or Secret asks for it to be shared rather than copied. */
    public static boolean optedOut(Map<String, ?> object) {
        Map<String, Object> annotations =
                JsonTree.mapAt(JsonTree.frozen(object), "metadata", "annotations");
        return JsonTree.text(annotations.get(TRACKING)).startsWith("disable");
    }

    private record Reference(Kind kind, Map<String, Object> holder, String nameKey) {
        ConfigRef ref() {
            return new ConfigRef(kind, JsonTree.text(holder.get(nameKey)),
                    Boolean.TRUE.equals(holder.get("optional")));
        }
    }

    private static void visit(Map<String, Object> podSpec, Consumer<Reference> visitor) {
        for (Map<String, Object> volume : JsonTree.maps(podSpec.get("volumes"))) {
            at(volume.get("configMap"), Kind.CONFIG_MAP, "name", visitor);
            at(volume.get("secret"), Kind.SECRET, "secretName", visitor);
            for (Map<String, Object> source : JsonTree
                    .maps(JsonTree.mapAt(volume, "projected").get("sources"))) {
                at(source.get("configMap"), Kind.CONFIG_MAP, "name", visitor);
                at(source.get("secret"), Kind.SECRET, "name", visitor);
            }
        }
        PodSpecs.tracked(podSpec).forEach(container -> visitContainer(container, visitor));
    }

    private static void visitContainer(Map<String, Object> container, Consumer<Reference> visitor) {
        for (Map<String, Object> variable : JsonTree.maps(container.get("env"))) {
            Map<String, Object> from = JsonTree.mapAt(variable, "valueFrom");
            at(from.get("configMapKeyRef"), Kind.CONFIG_MAP, "name", visitor);
            at(from.get("secretKeyRef"), Kind.SECRET, "name", visitor);
        }
        for (Map<String, Object> from : JsonTree.maps(container.get("envFrom"))) {
            at(from.get("configMapRef"), Kind.CONFIG_MAP, "name", visitor);
            at(from.get("secretRef"), Kind.SECRET, "name", visitor);
        }
    }

    private static void at(@Nullable Object holder, Kind kind, String nameKey,
            Consumer<Reference> visitor) {
        if (holder instanceof Map<?, ?>) {
            visitor.accept(new Reference(kind, JsonTree.map(holder), nameKey));
        }
    }
}
