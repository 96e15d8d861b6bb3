package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.sandbox.mesh.routing.GatewayObjects;
import dev.fairlead.sandbox.mesh.routing.IstioObjects;
import dev.fairlead.sandbox.mesh.routing.ServiceName;

/**
 * Tells the inventory what the API server says, by informers on pods, Services, VirtualServices,
 * DestinationRules and, where the cluster has them, HTTPRoutes of all namespaces.
 */
final class MeshWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MeshWatch.class);
    private static final String ISTIO_GROUP = "networking.istio.io";
    private static final String ISTIO_VERSION = "v1";
    private static final String GATEWAY_API = "gateway.networking.k8s.io/v1";
    private static final ResourceDefinitionContext HTTP_ROUTES =
            new ResourceDefinitionContext.Builder().withGroup("gateway.networking.k8s.io")
                    .withVersion("v1")
                    .withKind("HTTPRoute")
                    .withPlural("httproutes")
                    .withNamespaced(true)
                    .build();

    private final MeshInventory inventory;
    private final Propagation propagation;
    private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

    MeshWatch(KubernetesClient client, MeshInventory inventory, Propagation propagation) {
        this.inventory = inventory;
        this.propagation = propagation;
        add(client.services().inAnyNamespace().runnableInformer(0), Service.class,
                new Words<>(one -> inventory.put(PodSpots.of(one)),
                        one -> inventory
                                .removeService(new ServiceName(one.getMetadata().getNamespace(),
                                        one.getMetadata().getName())),
                        propagation::endpointsChanged));
        add(client.pods().inAnyNamespace().runnableInformer(0), Pod.class,
                new Words<>(one -> inventory.put(PodSpots.of(one)),
                        one -> inventory.removePod(one.getMetadata().getNamespace(),
                                one.getMetadata().getName()),
                        propagation::endpointsChanged));
        add(client.genericKubernetesResources(istio("VirtualService", "virtualservices"))
                .inAnyNamespace()
                .runnableInformer(0), GenericKubernetesResource.class,
                new Words<>(this::read, one -> inventory.removeRules(key(one)),
                        propagation::routesChanged));
        add(client.genericKubernetesResources(istio("DestinationRule", "destinationrules"))
                .inAnyNamespace()
                .runnableInformer(0), GenericKubernetesResource.class,
                new Words<>(
                        one -> inventory.put(key(one),
                                IstioObjects.destinationRule(one.getMetadata().getNamespace(),
                                        spec(one))),
                        one -> inventory.removeSubsets(key(one)), propagation::routesChanged));
        if (client.supports(GATEWAY_API, "HTTPRoute")) {
            add(client.genericKubernetesResources(HTTP_ROUTES)
                    .inAnyNamespace()
                    .runnableInformer(0), GenericKubernetesResource.class,
                    new Words<>(this::readHttpRoute,
                            one -> inventory.removeRules(GatewayObjects.key(
                                    one.getMetadata().getNamespace(),
                                    one.getMetadata().getName())),
                            propagation::routesChanged));
        }
    }

    /**
     * @throws IllegalStateException if the API server has not listed everything in time
     */
    void start(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        informers.forEach(informer -> await(informer, Duration.ofNanos(end - System.nanoTime())));
        propagation.endpointsChanged();
        propagation.routesChanged();
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }

    private static ResourceDefinitionContext istio(String kind, String plural) {
        return new ResourceDefinitionContext.Builder().withGroup(ISTIO_GROUP)
                .withVersion(ISTIO_VERSION)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** Rules that cannot be read leave the last good ones in force, as a proxy refuses a push. */
    private void read(GenericKubernetesResource one) {
        try {
            inventory.put(IstioObjects.virtualService(one.getMetadata().getNamespace(),
                    one.getMetadata().getName(), one.getMetadata().getCreationTimestamp(),
                    spec(one)));
            List<String> ignored = IstioObjects.notObeyed(spec(one));
            if (!ignored.isEmpty()) {
                LOG.atWarn()
                        .addKeyValue("virtualservice", key(one))
                        .addKeyValue("fields", ignored)
                        .log("mesh does not obey these fields");
            }
        } catch (IllegalArgumentException unreadable) {
            LOG.atWarn()
                    .addKeyValue("virtualservice", key(one))
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("mesh keeps the routes of before");
        }
    }

    private void readHttpRoute(GenericKubernetesResource one) {
        try {
            inventory.put(GatewayObjects.httpRoute(one.getMetadata().getNamespace(),
                    one.getMetadata().getName(), one.getMetadata().getCreationTimestamp(),
                    spec(one)));
            List<String> ignored = GatewayObjects.notObeyed(spec(one));
            if (!ignored.isEmpty()) {
                LOG.atWarn()
                        .addKeyValue("httproute", key(one))
                        .addKeyValue("filters", ignored)
                        .log("mesh does not obey these filters");
            }
        } catch (IllegalArgumentException unreadable) {
            LOG.atWarn()
                    .addKeyValue("httproute", key(one))
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("mesh keeps the routes of before");
        }
    }

    private static Map<String, Object> spec(GenericKubernetesResource one) {
        Map<String, Object> spec = new HashMap<>();
        if (one.getAdditionalProperties().get("spec") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    spec.put(String.valueOf(key), value);
                }
            });
        }
        return spec;
    }

    private static String key(HasMetadata one) {
        return one.getMetadata().getNamespace() + "/" + one.getMetadata().getName();
    }

    private <T extends HasMetadata> void add(SharedIndexInformer<T> informer, Class<T> kind,
            Words<T> words) {
        informer.exceptionHandler((started, failure) -> {
            LOG.atInfo()
                    .addKeyValue("kind", kind.getSimpleName())
                    .addKeyValue("reason", failure.getMessage())
                    .log("mesh watches again");
            return true;
        });
        informer.addEventHandler(words);
        informers.add(informer);
    }

    private static void await(SharedIndexInformer<?> informer, Duration limit) {
        try {
            informer.start().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the mesh was starting", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Expected the API server to list "
                    + informer.getApiTypeClass().getSimpleName() + " in time", failure);
        }
    }

    private record Words<T>(Consumer<T> put, Consumer<T> remove, Runnable changed)
            implements
                ResourceEventHandler<T> {
        @Override
        public void onAdd(T one) {
            put.accept(one);
            changed.run();
        }

        @Override
        public void onUpdate(T before, T now) {
            put.accept(now);
            changed.run();
        }

        @Override
        public void onDelete(T one, boolean finalStateUnknown) {
            remove.accept(one);
            changed.run();
        }
    }
}
