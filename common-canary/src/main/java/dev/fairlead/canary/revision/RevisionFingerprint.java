package dev.fairlead.canary.revision;

import java.util.List;
import java.util.Map;

import dev.fairlead.canary.tree.CanonicalJson;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.Fingerprint;

/**
 * The digest of what makes a revision: everything in the pod template except fields that equal their default, whichever
 * version of Kubernetes wrote them. The version of this scheme stands in front, so that a later scheme can tell that two
 * digests are not comparable. A default that is newer than this scheme changes the digest; whoever compares looks at the
 * Deployment's own revision as well.
 */
public final class RevisionFingerprint {

    /** In front of each digest. */
    public static final String SCHEME = "v1";

    private static final String SCALED_TO_ZERO = "flagger.app/scale-to-zero";

    private RevisionFingerprint() {}

    /**
     * Of a Deployment or any other workload that is scaled by its replicas.
     *
     * @param template
     *            {@code spec.template}
     */
    public static Fingerprint ofPodTemplate(Map<String, ?> template) {
        return digest(canonicalTemplate(template));
    }

    /** As {@link #ofPodTemplate}, but the node selector that scales a DaemonSet to zero does not count. */
    public static Fingerprint ofDaemonSetTemplate(Map<String, ?> template) {
        Map<String, Object> copy = copy(template);
        if (JsonTree.mapAt(copy, "spec").get("nodeSelector") instanceof Map<?, ?> selector) {
            selector.remove(SCALED_TO_ZERO);
        }
        return digest(canonicalTemplate(copy));
    }

    /** Of a core Service that is itself the target. */
    public static Fingerprint ofServiceSpec(Map<String, ?> spec) {
        Map<String, Object> copy = copy(spec);
        ServiceDefaults.ALLOCATED.forEach(copy::remove);
        ServiceDefaults.ALL.forEach(rule -> rule.removeFrom(copy));
        return digest(CanonicalJson.of(copy));
    }

    /** Of a Knative Service, whose revisions have names. */
    public static Fingerprint ofKnativeRevision(String name) {
        return digest(CanonicalJson.of(name));
    }

    /** The text that is digested, for people who ask why two revisions differ. */
    public static String canonicalTemplate(Map<String, ?> template) {
        Map<String, Object> copy = copy(template);
        removeCopiesOfOthers(copy);
        PodTemplateDefaults.ALL.forEach(rule -> rule.removeFrom(copy));
        return CanonicalJson.of(copy);
    }

    private static Fingerprint digest(String canonical) {
        return new Fingerprint(SCHEME + "-" + Digest.sha256(canonical));
    }

    /** Fields that the server derives from others of the same template. */
    private static void removeCopiesOfOthers(Map<String, Object> template) {
        if (template.get("metadata") instanceof Map<?, ?> metadata) {
            metadata.remove("creationTimestamp");
        }
        Map<String, Object> pod = JsonTree.mapAt(template, "spec");
        if (pod.containsKey("serviceAccountName")) {
            pod.remove("serviceAccount");
        } else if (pod.containsKey("serviceAccount")) {
            pod.put("serviceAccountName", pod.remove("serviceAccount"));
        }
        PodSpecs.containers(pod).forEach(RevisionFingerprint::removeUsualPullPolicy);
    }

    private static void removeUsualPullPolicy(Map<String, Object> container) {
        String image = JsonTree.text(container.get("image"));
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean moving = !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
        container.remove("imagePullPolicy", moving ? "Always" : "IfNotPresent");
    }

    /** Modifiable, without nulls and empty lists, neither of which the server keeps. */
    private static Map<String, Object> copy(Map<String, ?> tree) {
        Map<String, Object> copy = JsonTree.modifiable(tree);
        removeEmptyLists(copy);
        return copy;
    }

    private static void removeEmptyLists(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                map.values().removeIf(inner -> inner instanceof List<?> list && list.isEmpty());
                map.values().forEach(RevisionFingerprint::removeEmptyLists);
            }
            case List<?> list -> list.forEach(RevisionFingerprint::removeEmptyLists);
            default -> {
                // scalars stay
            }
        }
    }
}
