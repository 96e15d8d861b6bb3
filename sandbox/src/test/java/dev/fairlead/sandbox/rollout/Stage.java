package dev.fairlead.sandbox.rollout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;

import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.scene.Scene;

import static org.awaitility.Awaitility.await;

/** One application in a namespace of its own, and hands and eyes as kubectl has them. */
final class Stage {

    static final Duration SOON = Duration.ofSeconds(90);

    private static final ResourceDefinitionContext CANARIES = context("flagger.app", "v1beta1",
            "Canary", "canaries");
    private static final ResourceDefinitionContext ROUTES = context("networking.istio.io",
            "v1beta1", "VirtualService", "virtualservices");

    final Scene scene;
    final String namespace;
    private final KubernetesClient client;

    Stage(Scene scene, String namespace) {
        this.scene = scene;
        this.namespace = namespace;
        this.client = scene.world().client();
        scene.world().controlPlane().namespace(namespace);
    }

    /** Applies the application; each replacement is old text, new text. */
    Stage applied(String... replacements) {
        String yaml = read();
        for (int i = 0; i < replacements.length; i += 2) {
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        for (String document : yaml.split("---\n")) {
            HasMetadata object = Serialization.unmarshal(document);
            client.resource(object).inNamespace(namespace).create();
        }
        return this;
    }

    Stage initialized() {
        awaitPhase("Initialized");
        return this;
    }

    LoadGenerator load() {
        return scene.load(namespace, "client",
                LoadPlan.steady("app." + namespace, 60, Duration.ofMinutes(5)));
    }

    void release(String tag) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("app")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":"
                                + "\"registry.local/app:" + tag + "\"}]}}}}");
    }

    void patchCanary(String json) {
        client.genericKubernetesResources(CANARIES)
                .inNamespace(namespace)
                .withName("app")
                .patch(PatchContext.of(PatchType.JSON_MERGE), json);
    }

    void awaitPhase(String phase) {
        await("phase " + phase + " of " + namespace).atMost(SOON)
                .until(this::phase,
                        phase::equals);
    }

    String phase() {
        GenericKubernetesResource canary = canary();
        return Objects.toString(canary.get("status", "phase"), "");
    }

    GenericKubernetesResource canary() {
        return Objects.requireNonNull(client.genericKubernetesResources(CANARIES)
                .inNamespace(namespace)
                .withName("app")
                .get());
    }

    int weight() {
        GenericKubernetesResource route = client.genericKubernetesResources(ROUTES)
                .inNamespace(namespace)
                .withName("app")
                .get();
        List<Map<String, Object>> http = Objects.requireNonNull(route).get("spec", "http");
        List<?> destinations = (List<?>) http.getLast().get("route");
        return ((Number) ((Map<?, ?>) destinations.getLast()).get("weight")).intValue();
    }

    String image(String deployment) {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .get()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    int replicas(String deployment) {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .get()
                .getSpec()
                .getReplicas();
    }

    List<String> events() {
        return client.v1()
                .events()
                .inNamespace(namespace)
                .list()
                .getItems()
                .stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("Canary"))
                .map(Event::getMessage)
                .toList();
    }

    private static ResourceDefinitionContext context(String group, String version, String kind,
            String plural) {
        return new ResourceDefinitionContext.Builder().withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    private static String read() {
        try (var in = Objects.requireNonNull(
                Stage.class.getResourceAsStream("/dev/fairlead/sandbox/rollout/app.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
