package dev.fairlead.sandbox.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;

import dev.fairlead.events.Fence;

/** Keeps every version that it sees of the objects that a rollout writes. */
public final class Witness implements AutoCloseable {

    private static final String FENCE = "fairlead.dev/fence";

    private final List<SharedIndexInformer<GenericKubernetesResource>> informers;
    private final List<Sight> sights = new ArrayList<>();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();

    /**
     * An object in one version.
     *
     * @param fence
     *            as its annotation shows it, or the Canary's status
     * @param object
     *            whole
     */
    public record Sight(String kind, String name, String uid, String resourceVersion, Fence fence,
            GenericKubernetesResource object) {}

    Witness(KubernetesClient client, String namespace) {
        boolean gateways = client.supports("gateway.networking.k8s.io/v1", "HTTPRoute");
        informers = Stream.of(Kinds.CANARY, Kinds.VIRTUAL_SERVICE, Kinds.DESTINATION_RULE,
                Kinds.DEPLOYMENT, Kinds.SERVICE, HttpRoutes.KIND)
                .filter(kind -> gateways || kind != HttpRoutes.KIND)
                .map(kind -> client.genericKubernetesResources(kind)
                        .inNamespace(namespace)
                        .inform(new Seen()))
                .toList();
    }

    /** In the order in which they were seen; each kind in the order of its versions. */
    public synchronized List<Sight> sights() {
        return List.copyOf(sights);
    }

    /** Versions of one object. */
    public List<Sight> of(String kind, String name) {
        return sights().stream()
                .filter(sight -> sight.kind().equals(kind) && sight.name().equals(name))
                .toList();
    }

    /** This version was written by somebody else, at the test's wish. */
    public void forgive(GenericKubernetesResource written) {
        foreign.add(wish(written));
    }

    boolean isForgiven(Sight sight) {
        return foreign.contains(wish(sight.object()));
    }

    /** The same for all versions that differ in their status alone, which others may write meanwhile. */
    private static String wish(GenericKubernetesResource object) {
        var meta = object.getMetadata();
        return meta.getGeneration() == null
                ? mark(object)
                : meta.getUid() + " of generation " + meta.getGeneration();
    }

    private static String mark(GenericKubernetesResource object) {
        return object.getMetadata().getUid() + "@" + object.getMetadata().getResourceVersion();
    }

    private synchronized void see(GenericKubernetesResource object) {
        var meta = object.getMetadata();
        sights.add(new Sight(object.getKind(), meta.getName(), meta.getUid(),
                meta.getResourceVersion(), fence(object), object));
    }

    private static Fence fence(GenericKubernetesResource object) {
        String text = object.getKind().equals("Canary")
                ? Objects.toString(object.get("status", "fairlead", "fence"), "")
                : Optional.ofNullable(object.getMetadata().getAnnotations())
                        .orElse(Map.of())
                        .getOrDefault(FENCE, "");
        return Fence.parse(text);
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }

    private final class Seen implements ResourceEventHandler<GenericKubernetesResource> {
        @Override
        public void onAdd(GenericKubernetesResource object) {
            see(object);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
            if (!mark(before).equals(mark(object))) {
                see(object);
            }
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean unknown) {
            // the next one of the name has another UID
        }
    }
}
