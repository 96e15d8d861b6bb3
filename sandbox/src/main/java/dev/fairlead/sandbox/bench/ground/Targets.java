package dev.fairlead.sandbox.bench.ground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import tools.jackson.databind.json.JsonMapper;

/** Any number of small applications with a Canary each; made, changed and looked at as people do. */
public final class Targets implements AutoCloseable {

    /** The image that every target begins with. */
    public static final String FIRST = "1.0.0";

    private static final int HANDS = 8;
    private static final int BATCH = 50;
    private static final Duration PER_BATCH = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final Map<String, String> phases = new ConcurrentHashMap<>();
    private final Map<String, Integer> weights = new ConcurrentHashMap<>();
    private final List<Watch> watches;

    /**
     * @param metrics address of the metric store
     * @param slack   address for notices
     */
    public Targets(BenchWorld ground, String metrics, String slack) {
        client = ground.client();
        Manifest.create(client, BenchWorld.NAMESPACE, "shared.yaml",
                Map.of("metrics", metrics, "slack", slack));
        watches = List.of(
                client.genericKubernetesResources(Manifest.CANARIES)
                        .inNamespace(BenchWorld.NAMESPACE)
                        .watch(new Eyes(this::seenCanary)),
                client.genericKubernetesResources(Manifest.ROUTES)
                        .inNamespace(BenchWorld.NAMESPACE)
                        .watch(new Eyes(this::seenRoute)));
    }

    /** Names of so many targets, to be made. */
    public static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> "%s-%04d".formatted(prefix, i)).toList();
    }

    /** Makes targets and waits until all of them are initialized. */
    public void make(List<String> names, TargetShape shape) {
        for (int from = 0; from < names.size(); from += BATCH) {
            List<String> batch = names.subList(from, Math.min(names.size(), from + BATCH));
            each(batch, name -> Manifest.create(client, BenchWorld.NAMESPACE, "target.yaml",
                    shape.variables(name)));
            awaitPhase(batch, List.of("Initialized"), PER_BATCH);
        }
    }

    /** Changes a target to another image, now. */
    public void change(String name, String tag) {
        Manifest.image(client, BenchWorld.NAMESPACE, name, tag);
    }

    /** Changes many, as quickly as it goes. */
    public void changeAll(List<String> names, String tag) {
        each(names, name -> change(name, tag));
    }

    public int weight(String name) {
        return weights.getOrDefault(name, 0);
    }

    public String phase(String name) {
        return phases.getOrDefault(name, "");
    }

    /** Waits until each shows one of the phases. */
    public void awaitPhase(Collection<String> names, List<String> wanted, Duration limit) {
        Waiting.until("one of " + wanted + " of " + names.size() + " targets", limit,
                () -> names.stream().allMatch(name -> wanted.contains(phase(name))));
    }

    /** Waits until each has some weight. */
    public void awaitWeight(Collection<String> names, Duration limit) {
        Waiting.until("a first weight of " + names.size() + " targets", limit,
                () -> names.stream().allMatch(name -> weight(name) > 0));
    }

    /** Takes changes back, and waits until all traffic is on the primary again and the canary is at rest. */
    public void withdraw(List<String> names, Duration limit) {
        changeAll(names, FIRST);
        Waiting.until("no weight of " + names.size() + " targets", limit,
                () -> names.stream().allMatch(name -> weight(name) == 0));
        awaitPhase(names, List.of("Initialized", "Succeeded"), limit);
    }

    private void seenCanary(GenericKubernetesResource canary) {
        phases.put(canary.getMetadata().getName(),
                Objects.toString(canary.get("status", "phase"), ""));
    }

    private void seenRoute(GenericKubernetesResource route) {
        Object spec = route.getAdditionalProperties().get("spec");
        weights.put(route.getMetadata().getName(), CanaryWeight.of(JSON.valueToTree(spec)));
    }

    private static void each(List<String> names, Consumer<String> work) {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> begun = new ArrayList<>();
            names.forEach(name -> begun.add(hands.submit(() -> work.accept(name))));
            for (Future<?> one : begun) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while targets were changed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A target could not be changed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }

    private record Eyes(Consumer<GenericKubernetesResource> seen)
            implements
                Watcher<GenericKubernetesResource> {

        @Override
        public void eventReceived(Action action, GenericKubernetesResource object) {
            if (action == Action.ADDED || action == Action.MODIFIED) {
                seen.accept(object);
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            throw new IllegalStateException("Expected to see targets to the end", cause);
        }
    }
}
