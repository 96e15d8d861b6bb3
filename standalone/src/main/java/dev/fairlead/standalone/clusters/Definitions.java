package dev.fairlead.standalone.clusters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.client.KubernetesClient;

import dev.fairlead.canary.model.Provider;

/** The custom resource definitions that come with Fairlead. */
public final class Definitions {

    private static final List<String> FILES = List.of("canaries", "metrictemplates",
            "alertproviders");

    private Definitions() {}

    /** All of them as one YAML text, for {@code kubectl apply -f -}. */
    public static String yaml() {
        return FILES.stream().map(Definitions::read).collect(Collectors.joining("---\n"));
    }

    /**
     * Applies all of them, so that they are there and up to date.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException
     *             the cluster refuses or does not answer
     */
    public static void apply(KubernetesClient client) {
        client.load(new ByteArrayInputStream(yaml().getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(each -> client.resource(each)
                        .fieldManager("fairlead")
                        .forceConflicts()
                        .serverSideApply());
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(
                Provider.class.getResourceAsStream("/dev/fairlead/canary/crds/" + name + ".yaml"),
                name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the definition of " + name, e);
        }
    }
}
