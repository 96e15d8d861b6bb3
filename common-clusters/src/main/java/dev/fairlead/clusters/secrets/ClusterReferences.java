package dev.fairlead.clusters.secrets;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

import dev.fairlead.clusters.Clusters;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads through the clusters' clients, each object at most once in {@link #FRESH}. */
public final class ClusterReferences implements References {

    /** For how long an object that was read is good, so that analyses each second read little. */
    public static final Duration FRESH = Duration.ofSeconds(5);
    /** Objects kept at a time. */
    static final int MAX_KEPT = 500;

    private static final Map<String, String> PLURALS = Map.of("Canary", "canaries",
            "MetricTemplate", "metrictemplates", "AlertProvider", "alertproviders");

    private final Clusters clusters;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    private record Kept(Object value, long nanos) {}

    public ClusterReferences(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Object value(String cluster, String reference) {
        Reference wanted = Reference.parse(reference);
        String plural = PLURALS.get(wanted.kind());
        if (plural == null) {
            throw new Unreadable("Expected a reference to one of " + PLURALS.keySet()
                    + ", but got \"" + reference + "\"");
        }
        String object = wanted.kind() + "/" + wanted.namespace() + "/" + wanted.name();
        return wanted.in(fresh(cluster + "/" + object, () -> custom(cluster, wanted, plural)));
    }

    @Override
    @SuppressWarnings("unchecked") // only put in below
    public Map<String, String> secret(String cluster, String place) {
        return (Map<String, String>) fresh(cluster + "/Secret/" + place,
                () -> secretData(cluster, place));
    }

    private Map<String, Object> custom(String cluster, Reference wanted, String plural) {
        var context = new ResourceDefinitionContext.Builder().withGroup("flagger.app")
                .withVersion("v1beta1")
                .withKind(wanted.kind())
                .withPlural(plural)
                .withNamespaced(true)
                .build();
        GenericKubernetesResource found = ask(cluster, wanted.toString(),
                client -> client.genericKubernetesResources(context)
                        .inNamespace(wanted.namespace())
                        .withName(wanted.name())
                        .get());
        return found.getAdditionalProperties();
    }

    private Map<String, String> secretData(String cluster, String place) {
        int slash = place.indexOf('/');
        if (slash < 1) {
            throw new Unreadable(
                    "Expected a Secret as namespace/name, but got \"" + place + "\"");
        }
        Secret found = ask(cluster, "Secret/" + place,
                client -> client.secrets()
                        .inNamespace(place.substring(0, slash))
                        .withName(place.substring(slash + 1))
                        .get());
        Map<String, String> data = new TreeMap<>();
        if (found.getData() != null) {
            found.getData()
                    .forEach((key, value) -> data.put(key,
                            new String(Base64.getDecoder().decode(value), UTF_8)));
        }
        return data;
    }

    private <T> T ask(String cluster, String what, Question<T> question) {
        try {
            KubernetesClient client = clusters.named(cluster).client();
            T found = question.to(client);
            if (found == null) {
                throw new Unreadable("Expected " + what + " in cluster " + cluster
                        + ", but there is none");
            }
            return found;
        } catch (KubernetesClientException e) {
            throw new Unreadable(
                    what + " cannot be read in cluster " + cluster + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Object fresh(String name, Supplier<Object> reading) {
        long now = System.nanoTime();
        synchronized (kept) {
            Kept found = kept.get(name);
            if (found != null && now - found.nanos() < FRESH.toNanos()) {
                return found.value();
            }
        }
        Object value = reading.get();
        synchronized (kept) {
            kept.remove(name);
            kept.put(name, new Kept(value, now));
            if (kept.size() > MAX_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return value;
    }

    private interface Question<T> {
        @org.jspecify.annotations.Nullable
        T to(KubernetesClient client);
    }
}
