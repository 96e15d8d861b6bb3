package dev.fairlead.sandbox.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;

/** Watches what anybody with kubectl could: the Canary, its events, the route. */
final class DemoWatch implements AutoCloseable {

    static final ResourceDefinitionContext CANARIES = new ResourceDefinitionContext.Builder()
            .withGroup("flagger.app")
            .withVersion("v1beta1")
            .withKind("Canary")
            .withPlural("canaries")
            .withNamespaced(true)
            .build();
    static final ResourceDefinitionContext ROUTES = new ResourceDefinitionContext.Builder()
            .withGroup("networking.istio.io")
            .withVersion("v1beta1")
            .withKind("VirtualService")
            .withPlural("virtualservices")
            .withNamespaced(true)
            .build();

    private final Timeline timeline;
    private final List<SharedIndexInformer<?>> informers;
    private final Map<String, Integer> counted = new HashMap<>();
    private volatile String phase = "";
    private volatile int weight;

    DemoWatch(KubernetesClient client, String namespace, Timeline timeline) {
        this.timeline = timeline;
        informers = List.of(
                client.genericKubernetesResources(CANARIES)
                        .inNamespace(namespace)
                        .inform(handler(this::canary)),
                client.genericKubernetesResources(ROUTES)
                        .inNamespace(namespace)
                        .inform(handler(this::route)),
                client.v1().events().inNamespace(namespace).inform(handler(this::event)));
    }

    /** Flagger's phase, as last seen in the status. */
    String phase() {
        return phase;
    }

    /** The canary's share, as last seen in the route. */
    int weight() {
        return weight;
    }

    private synchronized void canary(GenericKubernetesResource canary) {
        String now = Objects.toString(canary.get("status", "phase"), "");
        if (!now.equals(phase) && !now.isEmpty()) {
            phase = now;
            timeline.add(Instant.now(), "phase", now);
        }
    }

    private synchronized void route(GenericKubernetesResource route) {
        int now = canaryWeight(route);
        if (now != weight) {
            weight = now;
            timeline.add(Instant.now(), "route", (100 - now) + " primary / " + now + " canary");
        }
    }

    private synchronized void event(Event event) {
        boolean ours = "Canary".equals(event.getInvolvedObject().getKind());
        int count = Objects.requireNonNullElse(event.getCount(), 1);
        Integer before = counted.put(event.getMetadata().getName(), count);
        if (ours && (before == null || before < count)) {
            timeline.add(Instant.now(), "event", event.getMessage());
        }
    }

    private static int canaryWeight(GenericKubernetesResource route) {
        List<?> http = route.get("spec", "http");
        if (http == null || http.isEmpty()) {
            return 0;
        }
        Object destinations = ((Map<?, ?>) http.getLast()).get("route");
        return ((List<?>) Objects.requireNonNull(destinations)).stream()
                .map(it -> (Map<?, ?>) it)
                .filter(DemoWatch::isCanary)
                .map(it -> it.get("weight"))
                .filter(Number.class::isInstance)
                .mapToInt(it -> ((Number) it).intValue())
                .sum();
    }

    private static boolean isCanary(Map<?, ?> route) {
        Object destination = route.get("destination");
        return destination instanceof Map<?, ?> named
                && Objects.toString(named.get("host"), "").endsWith("-canary");
    }

    private static <T> ResourceEventHandler<T> handler(java.util.function.Consumer<T> seen) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T object) {
                seen.accept(object);
            }

            @Override
            public void onUpdate(T before, T object) {
                seen.accept(object);
            }

            @Override
            public void onDelete(T object, boolean unknown) {
                // nothing of the demo is deleted
            }
        };
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }
}
