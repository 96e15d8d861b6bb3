package dev.fairlead.sandbox.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Installs custom resource definitions from the classpath and waits until the API server serves them. */
final class Schemas {

    static final Duration LIMIT = Duration.ofSeconds(60);

    private final KubernetesClient client;

    Schemas(KubernetesClient client) {
        this.client = client;
    }

    void install(List<String> resources) {
        List<CustomResourceDefinition> definitions = resources.stream()
                .map(this::read)
                .flatMap(List::stream)
                .toList();
        definitions.forEach(each -> client.resource(each).forceConflicts().serverSideApply());
        definitions.forEach(
                each -> Wait.until("the definition of " + each.getMetadata().getName(), LIMIT,
                        () -> isServed(each.getMetadata().getName())));
    }

    private List<CustomResourceDefinition> read(String resource) {
        try (InputStream yaml = Schemas.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalArgumentException(
                        "schemas: expected a classpath resource, but there is none named '"
                                + resource + "'");
            }
            List<HasMetadata> items = client.load(yaml).items();
            return items.stream().map(item -> definition(item, resource)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    private static CustomResourceDefinition definition(HasMetadata item, String resource) {
        if (item instanceof CustomResourceDefinition definition) {
            return definition;
        }
        throw new IllegalArgumentException(
                "schemas: expected only CustomResourceDefinitions in '" + resource
                        + "', but got a " + item.getKind());
    }

    private boolean isServed(String name) {
        CustomResourceDefinition found = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(name)
                .get();
        return found != null && found.getStatus() != null
                && found.getStatus().getConditions() != null
                && found.getStatus()
                        .getConditions()
                        .stream()
                        .anyMatch(
                                c -> "Established".equals(c.getType())
                                        && "True".equals(c.getStatus()));
    }
}
