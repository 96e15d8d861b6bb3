package dev.fairlead.clusters;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * The key of each cluster by which fingerprints of its secret values are made. It lies in one
 * Secret of the cluster, is made by whoever needs it first, and never leaves it otherwise.
 */
public final class FingerprintKeys {

    /** The Secret's namespace: one that every cluster has. */
    public static final String NAMESPACE = "kube-system";

    /** The Secret's name. */
    public static final String NAME = "fairlead-fingerprints";

    private static final String FIELD = "key";

    private static final int KEY_BYTES = 32;

    private static final int CONFLICT = 409;

    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    /**
     * The cluster's key; read once.
     *
     * @throws KubernetesClientException
     *             when the API server cannot be reached or refuses; ask again later
     */
    public byte[] of(Cluster cluster) {
        byte[] key = keys.get(cluster.name());
        if (key == null) {
            key = read(cluster.client()).orElseGet(() -> make(cluster.client()));
            keys.put(cluster.name(), key);
        }
        return key.clone();
    }

    private static Optional<byte[]> read(KubernetesClient client) {
        Secret secret = client.secrets().inNamespace(NAMESPACE).withName(NAME).get();
        return Optional.ofNullable(secret)
                .map(Secret::getData)
                .map(data -> data.get(FIELD))
                .map(Base64.getDecoder()::decode);
    }

    private static byte[] make(KubernetesClient client) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Secret secret = new SecretBuilder().withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(NAME)
                .endMetadata()
                .withType("Opaque")
                .withData(Map.of(FIELD, Base64.getEncoder().encodeToString(key)))
                .build();
        try {
            client.secrets().inNamespace(NAMESPACE).resource(secret).create();
            return key;
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) {
                throw e;
            }
            return read(client).orElseThrow(() -> new IllegalStateException("Expected Secret "
                    + NAMESPACE + "/" + NAME + " to have the field " + FIELD, e));
        }
    }
}
