package dev.fairlead.watcher.watch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.fabric8.kubernetes.client.KubernetesClient;

/** The watches of all kinds in one cluster. */
final class Eyes implements Watching, AutoCloseable {

    private final Map<Kind, KindWatch> kinds = new EnumMap<>(Kind.class);

    Eyes(ClusterWatch.Scope scope, KubernetesClient client, KindWatch.Listener listener) {
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new KindWatch(scope, client, kind, listener));
        }
    }

    void open() {
        kinds.values().forEach(KindWatch::start);
    }

    @Override
    public boolean isSettled() {
        return kinds.values().stream().allMatch(KindWatch::isSettled);
    }

    @Override
    public boolean isWatching(Kind kind) {
        return Objects.requireNonNull(kinds.get(kind)).isWatching();
    }

    @Override
    public List<String> blind() {
        return kinds.values()
                .stream()
                .filter(kind -> !kind.isWatching())
                .map(kind -> kind.kind().text())
                .toList();
    }

    Optional<String> waitingFor() {
        return kinds.values()
                .stream()
                .map(KindWatch::waitingFor)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void close() {
        kinds.values().forEach(KindWatch::close);
    }
}
