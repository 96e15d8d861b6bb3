package dev.fairlead.sandbox.bench.ground;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** What is applied, and how it is changed, as people do it. */
final class Manifest {

    static final ResourceDefinitionContext CANARIES = kind("flagger.app", "Canary", "canaries");
    static final ResourceDefinitionContext ROUTES = kind("networking.istio.io", "VirtualService",
            "virtualservices");
    private static final String FOLDER = "/dev/fairlead/sandbox/bench/";

    private Manifest() {}

    private static ResourceDefinitionContext kind(String group, String kind, String plural) {
        return new ResourceDefinitionContext.Builder().withGroup(group)
                .withVersion("v1beta1")
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** Creates the objects of a file, with its variables replaced. */
    static void create(KubernetesClient client, String namespace, String file,
            Map<String, String> variables) {
        String text = read(FOLDER + file);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            text = text.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        client.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .create();
    }

    /** As {@code kubectl set image}. */
    static void image(KubernetesClient client, String namespace, String name, String tag) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\","
                                + "\"image\":\"registry.local/app:" + tag + "\"}]}}}}");
    }

    /** As {@code kubectl scale}. */
    static void replicas(KubernetesClient client, String namespace, String name, int replicas) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\":{\"replicas\":" + replicas + "}}");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(
                Manifest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
