package dev.fairlead.watcher.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import org.jspecify.annotations.Nullable;

/**
 * What an informer must remember to tell new from known: name and version. All that matters of an
 * object is kept elsewhere, in a few hundred bytes, so ten thousand Deployments take little room.
 */
final class StubStore implements ItemStore<GenericKubernetesResource> {

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    @Override
    public String getKey(GenericKubernetesResource object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        return stub(key, versions.put(key, object.getMetadata().getResourceVersion()));
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        return stub(key, versions.remove(key));
    }

    @Override
    public Stream<String> keySet() {
        return versions.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return versions.entrySet().stream().map(entry -> stubOf(entry.getKey(), entry.getValue()));
    }

    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        return stub(key, versions.get(key));
    }

    /** So that the informer hands out each object as it comes, and none from here. */
    @Override
    public boolean isFullState() {
        return false;
    }

    private static @Nullable GenericKubernetesResource stub(String key, @Nullable String version) {
        return version == null ? null : stubOf(key, version);
    }

    private static GenericKubernetesResource stubOf(String key, String version) {
        int slash = key.indexOf('/');
        var stub = new GenericKubernetesResource();
        stub.setMetadata(new ObjectMetaBuilder().withNamespace(key.substring(0, slash))
                .withName(key.substring(slash + 1))
                .withResourceVersion(version)
                .build());
        return stub;
    }
}
