package dev.fairlead.canary.revision;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Defaults that the API server writes into pod templates, of every version since 1.19, and fields that only repeat
 * others. Order matters: what is inside goes before what is around it.
 */
final class PodTemplateDefaults {

    private static final Map<String, Object> EMPTY = Map.of();

    private static final List<FieldDefault> OF_HTTP_HANDLERS = List.of(
            FieldDefault.of("httpGet.scheme", "HTTP"), FieldDefault.of("httpGet.path", "/"),
            FieldDefault.of("grpc.service", ""));

    private static final List<FieldDefault> OF_PROBES = Stream.concat(OF_HTTP_HANDLERS.stream(),
            Stream.of(FieldDefault.of("timeoutSeconds", 1), FieldDefault.of("periodSeconds", 10),
                    FieldDefault.of("successThreshold", 1), FieldDefault.of("failureThreshold", 3),
                    FieldDefault.of("initialDelaySeconds", 0)))
            .toList();

    private static final List<FieldDefault> OF_CONTAINERS = Stream.of(
            Stream.of("livenessProbe", "readinessProbe", "startupProbe")
                    .flatMap(probe -> below(probe, OF_PROBES)),
            Stream.of("lifecycle.postStart", "lifecycle.preStop")
                    .flatMap(hook -> below(hook, OF_HTTP_HANDLERS)),
            Stream.of(FieldDefault.of("terminationMessagePath", "/dev/termination-log"),
                    FieldDefault.of("terminationMessagePolicy", "File"),
                    FieldDefault.of("ports.*.protocol", "TCP"),
                    FieldDefault.of("env.*.value", ""),
                    FieldDefault.of("env.*.valueFrom.fieldRef.apiVersion", "v1"),
                    FieldDefault.of("env.*.valueFrom.resourceFieldRef.divisor", "0"),
                    FieldDefault.of("securityContext.procMount", "Default"),
                    FieldDefault.of("securityContext", EMPTY),
                    FieldDefault.of("resources", EMPTY),
                    FieldDefault.of("stdin", false), FieldDefault.of("stdinOnce", false),
                    FieldDefault.of("tty", false)))
            .flatMap(rules -> rules)
            .toList();

    private static final List<FieldDefault> OF_VOLUMES = List.of(
            FieldDefault.of("configMap.defaultMode", 420),
            FieldDefault.of("secret.defaultMode", 420),
            FieldDefault.of("downwardAPI.defaultMode", 420),
            FieldDefault.of("downwardAPI.items.*.fieldRef.apiVersion", "v1"),
            FieldDefault.of("projected.defaultMode", 420),
            FieldDefault.of("projected.sources.*.serviceAccountToken.expirationSeconds", 3600),
            FieldDefault.of("projected.sources.*.downwardAPI.items.*.fieldRef.apiVersion", "v1"),
            FieldDefault.of("hostPath.type", ""), FieldDefault.of("emptyDir", EMPTY),
            FieldDefault.of("image.pullPolicy", "IfNotPresent"),
            FieldDefault.of("ephemeral.volumeClaimTemplate.spec.volumeMode", "Filesystem"),
            FieldDefault.of("iscsi.iscsiInterface", "default"), FieldDefault.of("rbd.pool", "rbd"),
            FieldDefault.of("rbd.user", "admin"),
            FieldDefault.of("rbd.keyring", "/etc/ceph/keyring"),
            FieldDefault.of("azureDisk.cachingMode", "ReadWrite"),
            FieldDefault.of("azureDisk.kind", "Shared"),
            FieldDefault.of("azureDisk.fsType", "ext4"),
            FieldDefault.of("azureDisk.readOnly", false),
            FieldDefault.of("scaleIO.storageMode", "ThinProvisioned"),
            FieldDefault.of("scaleIO.fsType", "xfs"));

    private static final List<FieldDefault> OF_PODS = List.of(
            FieldDefault.of("restartPolicy", "Always"),
            FieldDefault.of("dnsPolicy", "ClusterFirst"),
            FieldDefault.of("schedulerName", "default-scheduler"),
            FieldDefault.of("terminationGracePeriodSeconds", 30),
            FieldDefault.of("enableServiceLinks", true), FieldDefault.of("securityContext", EMPTY),
            FieldDefault.of("nodeSelector", EMPTY), FieldDefault.of("affinity", EMPTY),
            FieldDefault.of("hostNetwork", false),
            FieldDefault.of("hostPID", false), FieldDefault.of("hostIPC", false),
            FieldDefault.of("shareProcessNamespace", false));

    private static final List<FieldDefault> OF_METADATA = List.of(
            FieldDefault.of("metadata.labels", EMPTY),
            FieldDefault.of("metadata.annotations", EMPTY),
            FieldDefault.of("metadata.name", ""), FieldDefault.of("metadata", EMPTY));

    /** All of them, by path from the root of a pod template. */
    static final List<FieldDefault> ALL = Stream.of(
            Stream.of("containers", "initContainers", "ephemeralContainers")
                    .flatMap(kind -> below("spec." + kind + ".*", OF_CONTAINERS)),
            below("spec.volumes.*", OF_VOLUMES), below("spec", OF_PODS), OF_METADATA.stream())
            .flatMap(rules -> rules)
            .toList();

    private PodTemplateDefaults() {}

    private static Stream<FieldDefault> below(String path, List<FieldDefault> rules) {
        return rules.stream()
                .map(rule -> FieldDefault.of(path + "." + String.join(".", rule.path()),
                        rule.value()));
    }
}
