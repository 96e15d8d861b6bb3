package dev.fairlead.sandbox.watcher;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.watcher.publish.Voice;

/** Keeps what was said; as deaf as a broker that is away when told to be. */
final class HeardVoice implements Voice {

    private final List<Observation> said = new CopyOnWriteArrayList<>();

    private final List<List<String>> beats = new CopyOnWriteArrayList<>();

    private volatile boolean deaf;

    @Override
    public CompletableFuture<?> say(Observation observation) {
        if (deaf) {
            return CompletableFuture.failedFuture(new RuntimeException("deaf"));
        }
        said.add(observation);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<?> beat(List<String> blind) {
        beats.add(List.copyOf(blind));
        return CompletableFuture.completedFuture(true);
    }

    void deaf(boolean now) {
        deaf = now;
    }

    List<Observation> said() {
        return said;
    }

    List<List<String>> beats() {
        return beats;
    }

    int size() {
        return said.size();
    }

    /** Of one type, told alone or as part of a restatement, from a position on. */
    <T extends Observation> List<T> of(Class<T> type, int from, Predicate<T> which) {
        return said.stream()
                .skip(from)
                .flatMap(each -> each instanceof TargetRestated all && type != TargetRestated.class
                        ? all.parts().stream()
                        : java.util.stream.Stream.of(each))
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .toList();
    }
}
