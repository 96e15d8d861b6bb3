package dev.fairlead.sandbox.kubelet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/** A container's environment with its references to ConfigMaps, Secrets and the pod's own fields followed. */
final class PodEnvironment {

    private final KubernetesClient client;
    private final Pod pod;
    private final String address;

    PodEnvironment(KubernetesClient client, Pod pod, String address) {
        this.client = client;
        this.pod = pod;
        this.address = address;
    }

    /** Something that the environment refers to is not there; the message names it. */
    static final class Missing extends Exception {
        Missing(String what) {
            super(what + " not found");
        }
    }

    Map<String, String> of(Container container) throws Missing {
        Map<String, String> all = new HashMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            addAll(source, all);
        }
        for (EnvVar variable : container.getEnv()) {
            String value = value(variable);
            if (value != null) {
                all.put(variable.getName(), value);
            }
        }
        return all;
    }

    private void addAll(EnvFromSource source, Map<String, String> all) throws Missing {
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        if (source.getConfigMapRef() != null) {
            configMap(source.getConfigMapRef().getName(), source.getConfigMapRef().getOptional())
                    .forEach((key, value) -> all.put(prefix + key, value));
        }
        if (source.getSecretRef() != null) {
            secret(source.getSecretRef().getName(), source.getSecretRef().getOptional())
                    .forEach((key, value) -> all.put(prefix + key, value));
        }
    }

    private @Nullable String value(EnvVar variable) throws Missing {
        EnvVarSource from = variable.getValueFrom();
        if (from == null) {
            return variable.getValue() == null ? "" : variable.getValue();
        }
        if (from.getConfigMapKeyRef() != null) {
            var ref = from.getConfigMapKeyRef();
            return keyed(configMap(ref.getName(), ref.getOptional()), ref.getKey(),
                    ref.getOptional());
        }
        if (from.getSecretKeyRef() != null) {
            var ref = from.getSecretKeyRef();
            return keyed(secret(ref.getName(), ref.getOptional()), ref.getKey(), ref.getOptional());
        }
        return from.getFieldRef() == null ? null : field(from.getFieldRef().getFieldPath());
    }

    private static @Nullable String keyed(Map<String, String> values, String key,
            @Nullable Boolean optional)
            throws Missing {
        String value = values.get(key);
        if (value == null && !Boolean.TRUE.equals(optional)) {
            throw new Missing("key \"" + key + "\"");
        }
        return value;
    }

    private @Nullable String field(String path) {
        return switch (path) {
            case "metadata.name" -> pod.getMetadata().getName();
            case "metadata.namespace" -> pod.getMetadata().getNamespace();
            case "metadata.uid" -> pod.getMetadata().getUid();
            case "spec.nodeName" -> SandboxNode.NAME;
            case "status.podIP" -> address;
            default -> null;
        };
    }

    private Map<String, String> configMap(String name, @Nullable Boolean optional) throws Missing {
        ConfigMap found = client.configMaps()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(name)
                .get();
        if (found == null && !Boolean.TRUE.equals(optional)) {
            throw new Missing("configmap \"" + name + "\"");
        }
        return found == null || found.getData() == null ? Map.of() : found.getData();
    }

    private Map<String, String> secret(String name, @Nullable Boolean optional) throws Missing {
        Secret found =
                client.secrets().inNamespace(pod.getMetadata().getNamespace()).withName(name).get();
        if (found == null && !Boolean.TRUE.equals(optional)) {
            throw new Missing("secret \"" + name + "\"");
        }
        Map<String, String> plain = new HashMap<>();
        if (found != null && found.getData() != null) {
            found.getData()
                    .forEach((key, value) -> plain.put(key,
                            new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        }
        return plain;
    }

    static Container first(Pod pod) {
        List<Container> containers = pod.getSpec().getContainers();
        return containers.getFirst();
    }
}
