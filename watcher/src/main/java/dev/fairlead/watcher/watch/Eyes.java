package dev.fairlead.watcher.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.client.KubernetesClient;

/** The watches of all kinds in one cluster. */
final class Eyes implements AutoCloseable {

    private final List<KindWatch> kinds;

    Eyes(String cluster, KubernetesClient client, String namespace, KindWatch.Listener listener) {
        this.kinds = Arrays.stream(Kind.values())
                .map(kind -> new KindWatch(cluster, client, namespace, kind, listener))
                .toList();
    }

    void open() {
        kinds.forEach(KindWatch::start);
    }

    /** Whether all that was there at first is known. */
    boolean isSettled() {
        return kinds.stream().allMatch(KindWatch::isSettled);
    }

    boolean isWatching(Kind kind) {
        return kinds.get(kind.ordinal()).isWatching();
    }

    /** The names of the kinds that are not being watched. */
    List<String> blind() {
        return kinds.stream()
                .filter(kind -> !kind.isWatching())
                .map(kind -> kind.kind().text())
                .toList();
    }

    Optional<String> waitingFor() {
        return kinds.stream().map(KindWatch::waitingFor).flatMap(Optional::stream).findFirst();
    }

    @Override
    public void close() {
        kinds.forEach(KindWatch::close);
    }
}
