package dev.fairlead.sandbox.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

import dev.fairlead.sandbox.scene.Scene;

/** What a team keeps in its repository, and how it is applied. */
final class Manifests {

    private static final String BACKEND = "/dev/fairlead/sandbox/demo/backend.yaml";

    private Manifests() {}

    static void apply(KubernetesClient client, Scene scene) {
        String text = read().replace("${slack}", scene.slack().url())
                .replace("${conformance}",
                        scene.hooks().url("/conformance-test"));
        client.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).create();
    }

    /** As {@code kubectl set image}. */
    static void release(KubernetesClient client, String name, String image) {
        String patch = "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"" + name
                + "\",\"image\":\"" + image + "\"}]}}}}";
        deployment(client, name).patch(PatchContext.of(PatchType.STRATEGIC_MERGE), patch);
    }

    static String image(KubernetesClient client, String name) {
        return read(client, name).getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    static int replicas(KubernetesClient client, String name) {
        return read(client, name).getSpec().getReplicas();
    }

    private static Deployment read(KubernetesClient client, String name) {
        return Objects.requireNonNull(deployment(client, name).get(), name);
    }

    private static RollableScalableResource<Deployment> deployment(KubernetesClient client,
            String name) {
        return client.apps().deployments().inNamespace(Demo.NAMESPACE).withName(name);
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(
                Manifests.class.getResourceAsStream(BACKEND), BACKEND)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(BACKEND + " could not be read", e);
        }
    }
}
