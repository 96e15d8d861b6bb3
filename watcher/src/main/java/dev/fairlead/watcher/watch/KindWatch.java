package dev.fairlead.watcher.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.client.KubernetesClient;

import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.Place;

/**
 * Watches one kind in one cluster for ever: through outages, expired watches, and until a resource
 * definition is installed, in the first of its versions that the cluster has.
 */
final class KindWatch implements AutoCloseable {

    /** What is told, one at a time and in order. */
    interface Listener {

        void seen(Kind kind, ApiObject object);

        void gone(Kind kind, Place place);
    }

    private static final String HELM_RELEASE = "helm.sh/release.v1";

    private final Kind kind;

    private final String cluster;

    private final List<VersionWatch> versions = new ArrayList<>();

    KindWatch(ClusterWatch.Scope scope, KubernetesClient client, Kind kind, Listener listener) {
        this.cluster = scope.cluster();
        this.kind = kind;
        Runnable next = () -> {
            // after the last version there is none to look for
        };
        for (var context : kind.contexts().reversed()) {
            var resources = client.genericKubernetesResources(context);
            var chosen = scope.namespace().isEmpty()
                    ? resources.inAnyNamespace()
                    : resources.inNamespace(scope.namespace());
            // Helm keeps each release of each chart in a Secret, of which no target ever uses one.
            var listed = kind == Kind.SECRET ? chosen.withoutField("type", HELM_RELEASE) : chosen;
            List<VersionWatch> later = List.copyOf(versions);
            var version = new VersionWatch(cluster, kind, listed, listener,
                    new VersionWatch.Turn(next, () -> later.forEach(VersionWatch::close)));
            versions.addFirst(version);
            next = version::start;
        }
    }

    void start() {
        versions.getFirst().start();
    }

    /** Whether all that was there has been told once, or the kind is not to be had. */
    boolean isSettled() {
        return versions.stream().anyMatch(VersionWatch::isListed)
                || versions.stream().allMatch(VersionWatch::isAbsent);
    }

    boolean isWatching() {
        return versions.stream().anyMatch(VersionWatch::isWatching);
    }

    Kind kind() {
        return kind;
    }

    /** What is waited for, when it is not being watched. */
    Optional<String> waitingFor() {
        return isWatching()
                ? Optional.empty()
                : Optional.of(kind.resource() + " of cluster " + cluster + ": "
                        + versions.getFirst().trouble());
    }

    @Override
    public void close() {
        versions.forEach(VersionWatch::close);
    }
}
