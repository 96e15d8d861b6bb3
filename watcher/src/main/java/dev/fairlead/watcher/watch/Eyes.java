package dev.fairlead.watcher.watch;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import io.fabric8.kubernetes.client.KubernetesClient;

import dev.fairlead.watcher.detection.SecretSight;

/** The watches of all kinds in one cluster. */
final class Eyes implements Watching, AutoCloseable {

    private final Map<Kind, KindWatch> kinds = new EnumMap<>(Kind.class);

    private final SecretSight secrets;

    private final Predicate<Kind> wanted;

    /**
     * @param wanted
     *            whether objects of a kind matter to any target
     */
    Eyes(ClusterWatch.Scope scope, SecretSight secrets, KubernetesClient client,
            KindWatch.Listener listener, Predicate<Kind> wanted) {
        this.secrets = secrets;
        this.wanted = wanted;
        EnumSet<Kind> watched = EnumSet.allOf(Kind.class);
        if (secrets != SecretSight.WATCH) {
            watched.remove(Kind.SECRET);
        }
        for (Kind kind : watched) {
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
    public boolean arePolled() {
        return secrets == SecretSight.POLL;
    }

    @Override
    public List<String> blind() {
        return kinds.values()
                .stream()
                .filter(kind -> !kind.isWatching() && isNeeded(kind.kind()))
                .map(kind -> kind.kind().text())
                .toList();
    }

    Optional<String> waitingFor() {
        return kinds.values()
                .stream()
                .filter(kind -> isNeeded(kind.kind()))
                .map(KindWatch::waitingFor)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A cluster without Istio is seen as well as any, as long as no Canary asks for Istio. */
    private boolean isNeeded(Kind kind) {
        return !kind.isOptional() || wanted.test(kind);
    }

    @Override
    public void close() {
        kinds.values().forEach(KindWatch::close);
    }
}
