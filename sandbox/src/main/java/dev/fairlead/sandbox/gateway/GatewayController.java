package dev.fairlead.sandbox.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into HTTPRoutes whether their Gateways take them, as the controller of a real gateway does:
 * some time after each change, for each parent on its own. A parent that does not exist takes none.
 */
public final class GatewayController implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayController.class);
    private static final String GROUP = "gateway.networking.k8s.io";
    private static final String VERSION = "v1";
    /** About what gateways take to look at a route. */
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                    .name("gateway-controller")
                    .daemon()
                    .factory());
    private final SharedIndexInformer<GenericKubernetesResource> gateways;
    private final SharedIndexInformer<GenericKubernetesResource> routes;

    private GatewayController(KubernetesClient client) {
        this.client = client;
        this.gateways = client.genericKubernetesResources(context("Gateway", "gateways"))
                .inAnyNamespace()
                .runnableInformer(0)
                .exceptionHandler((_, _) -> true);
        this.routes = client.genericKubernetesResources(context("HTTPRoute", "httproutes"))
                .inAnyNamespace()
                .runnableInformer(0)
                .exceptionHandler((_, _) -> true);
        gateways.addEventHandler(new Change(_ -> allRoutes()));
        routes.addEventHandler(new Change(route -> later(key(route), PAUSE)));
    }

    /** Whether the cluster has the kinds of the Gateway API. */
    public static boolean isNeeded(KubernetesClient client) {
        return client.supports(GROUP + "/" + VERSION, "Gateway");
    }

    /** Begins; the client stays the caller's. */
    public static GatewayController start(KubernetesClient client) {
        var controller = new GatewayController(client);
        controller.gateways.start();
        controller.routes.start();
        return controller;
    }

    @Override
    public void close() {
        gateways.close();
        routes.close();
        thread.shutdownNow();
    }

    private static ResourceDefinitionContext context(String kind, String plural) {
        return new ResourceDefinitionContext.Builder().withGroup(GROUP)
                .withVersion(VERSION)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    private void allRoutes() {
        routes.getStore().list().forEach(route -> later(key(route), PAUSE));
    }

    private void later(String key, Duration pause) {
        try {
            thread.schedule(() -> judge(key), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.atDebug().addKeyValue("httproute", key).log("gateway controller has ended");
        }
    }

    private void judge(String key) {
        GenericKubernetesResource route = routes.getStore().getByKey(key);
        if (route == null) {
            return;
        }
        try {
            List<Map<String, Object>> words = RouteWords.of(route, this::exists, now());
            if (!words.equals(RouteWords.said(route, words))) {
                client.genericKubernetesResources(context("HTTPRoute", "httproutes"))
                        .inNamespace(route.getMetadata().getNamespace())
                        .withName(route.getMetadata().getName())
                        .subresource("status")
                        .patch(MERGE, Serialization.asJson(
                                Map.of("status", Map.of("parents", words))));
            }
        } catch (KubernetesClientException failed) {
            LOG.atInfo()
                    .addKeyValue("httproute", key)
                    .addKeyValue("reason", failed.getMessage())
                    .log("gateway controller says it again");
            later(key, AGAIN);
        }
    }

    private boolean exists(String namespace, String name) {
        return gateways.getStore().getByKey(namespace + "/" + name) != null;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String key(GenericKubernetesResource object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }

    /** Something is another than before. */
    private record Change(Consumer<GenericKubernetesResource> told)
            implements
                ResourceEventHandler<GenericKubernetesResource> {

        @Override
        public void onAdd(GenericKubernetesResource object) {
            told.accept(object);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
            told.accept(object);
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean unseen) {
            told.accept(object);
        }
    }
}
