package dev.fairlead.clusters;

import java.net.HttpURLConnection;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

/**
 * The key of a cluster's fingerprints of secret values. Kept in one Secret of the cluster, so that
 * all who compare fingerprints there have the same key, and it never leaves the cluster. Made by
 * whoever needs it first.
 */
public final class FingerprintKey {

    /** The Secret's name. */
    public static final String NAME = "fairlead-fingerprint-key";

    private static final String FIELD = "key";

    private static final int BYTES = 32;

    private static final String DEFAULT_NAMESPACE = "default";

    private FingerprintKey() {}

    /**
     * Reads the key, and makes it when there is none. It lies in the namespace of the client: the
     * one of the service account, or of the kubeconfig's context.
     *
     * @throws KubernetesClientException
     *             when the API server does not answer, or refuses
     * @throws IllegalStateException
     *             when the Secret has no such field
     */
    public static byte[] of(KubernetesClient client) {
        String namespace = Objects.requireNonNullElse(client.getNamespace(), DEFAULT_NAMESPACE);
        var resource = client.secrets().inNamespace(namespace).withName(NAME);
        Secret found = resource.get();
        if (found == null) {
            found = made(client, namespace);
        }
        if (found == null) {
            found = resource.get();
        }
        String text = found == null || found.getData() == null ? null : found.getData().get(FIELD);
        if (text == null) {
            throw new IllegalStateException("Expected the Secret " + namespace + "/" + NAME
                    + " to have the field \"" + FIELD + "\"");
        }
        return Base64.getDecoder().decode(text);
    }

    /** @return null when somebody else was faster */
    private static @Nullable Secret made(KubernetesClient client,
            String namespace) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Secret secret = new SecretBuilder().withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .endMetadata()
                .withType("Opaque")
                .withData(Map.of(FIELD, Base64.getEncoder().encodeToString(key)))
                .build();
        try {
            return client.resource(secret).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return null;
            }
            throw e;
        }
    }
}
