package dev.fairlead.canary.reading;

import java.util.Optional;

import dev.fairlead.canary.model.Provider;

/**
 * What the engine's settings add to a resource.
 *
 * @param meshProvider for Canaries that name none; a provider's name, or {@code smi:<version>:<mesh>}
 * @param metricsServer for Canaries that name none
 * @param crossNamespaceRefs whether templates, alert providers and upstreams may lie in other namespaces
 */
public record ReadingRules(String meshProvider, String metricsServer, boolean crossNamespaceRefs) {

    /** The rules of an engine without settings. */
    public static final ReadingRules PLAIN =
            new ReadingRules(Defaults.MESH_PROVIDER, Defaults.METRICS_SERVER, true);

    /** @throws IllegalArgumentException for an unknown provider */
    public ReadingRules {
        if (named(meshProvider).isEmpty()) {
            throw new IllegalArgumentException(
                    "mesh provider: expected one of " + Provider.names() + ", but got \""
                            + meshProvider + "\"");
        }
    }

    /** The provider that {@link #meshProvider} means. */
    public Provider provider() {
        return named(meshProvider).orElseThrow();
    }

    private static Optional<Provider> named(String text) {
        String[] parts = text.split(":", -1);
        boolean namesMesh = parts.length == 3 && parts[0].equals("smi");
        return Provider.named(namesMesh ? parts[0] + ":" + parts[1] : text);
    }

    /** The name for built-in queries: the Canary's provider unless the engine's is Linkerd. */
    String metricsProvider(String own, boolean coreService) {
        String name = own.isEmpty() || meshProvider.contains("linkerd") ? meshProvider : own;
        return coreService ? name + ":service" : name;
    }
}
