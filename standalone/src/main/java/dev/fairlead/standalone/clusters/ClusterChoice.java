package dev.fairlead.standalone.clusters;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;

import dev.fairlead.clusters.ClustersSettings.Named;

/** Finds the clusters that the command line means, and gives each its name in the engine. */
public final class ClusterChoice {

    /** The name of the cluster that the process runs in, when nobody gives it another. */
    static final String OWN = "local";

    private static final String POOL = "default";

    private static final int LONGEST_NAME = 63;

    private static final String VARIABLE = "KUBECONFIG";

    private ClusterChoice() {}

    /**
     * What is meant.
     *
     * @param kubeconfig
     *            a file; without it the environment's
     * @param contexts
     *            one cluster each; none for the current one
     * @param server
     *            instead of the kubeconfig's address; empty for that
     * @param environment
     *            of the process
     * @throws IllegalArgumentException
     *             a flag cannot be used; says which, what was expected and what came
     */
    public static List<Named> of(Optional<String> kubeconfig, List<String> contexts, String server,
            Map<String, String> environment) {
        Optional<String> file = kubeconfig.filter(it -> !it.isEmpty())
                .or(() -> Optional.ofNullable(environment.get(VARIABLE))
                        .filter(it -> !it.isEmpty()));
        if (contexts.size() > 1 && !server.isEmpty()) {
            throw new IllegalArgumentException("--master: expected at most one --context beside it,"
                    + " but got " + contexts.size());
        }
        if (file.isEmpty()) {
            return own(contexts, server, environment);
        }
        List<String> known = contexts(file.get());
        List<String> chosen = contexts.isEmpty() ? List.of(current(file.get(), known)) : contexts;
        List<Named> clusters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String context : chosen) {
            if (!known.contains(context)) {
                throw new IllegalArgumentException("--context: expected one of "
                        + String.join(", ", known) + " (the contexts of " + file.get()
                        + "), but got \"" + context + "\"");
            }
            String name = name(context);
            if (!names.add(name)) {
                throw new IllegalArgumentException("--context: expected contexts that stay"
                        + " different when written with a-z, 0-9, . and - alone, but got two that"
                        + " become \"" + name + "\"");
            }
            clusters.add(new Named(name, new File(file.get()).getAbsolutePath(), context, POOL,
                    server));
        }
        return clusters;
    }

    /** A name that may be part of a topic's: the context's, with what may not replaced by a dash. */
    static String name(String context) {
        String name = context.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        if (name.length() > LONGEST_NAME) {
            name = name.substring(name.length() - LONGEST_NAME).replaceAll("^[.-]+", "");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("--context: expected a context with a letter or a"
                    + " digit in its name, but got \"" + context + "\"");
        }
        return name;
    }

    private static List<Named> own(List<String> contexts, String server,
            Map<String, String> environment) {
        if (!contexts.isEmpty()) {
            throw new IllegalArgumentException("--kubeconfig: expected a file that has the context "
                    + contexts.getFirst() + ", but got none, and $" + VARIABLE + " is not set");
        }
        if (server.isEmpty() && !environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            throw new IllegalArgumentException("--kubeconfig: expected a file, for this process"
                    + " runs in no cluster, but got none, and $" + VARIABLE + " is not set");
        }
        return List.of(new Named(OWN, "", "", POOL, server));
    }

    private static List<String> contexts(String file) {
        File kubeconfig = new File(file);
        if (!kubeconfig.canRead() || kubeconfig.isDirectory()) {
            throw new IllegalArgumentException(
                    "--kubeconfig: expected a readable file, but got \"" + file + "\"");
        }
        try {
            List<NamedContext> found = Config.fromKubeconfig(kubeconfig).getContexts();
            if (found == null || found.isEmpty()) {
                throw new IllegalArgumentException(
                        "--kubeconfig: expected a file with contexts, but \"" + file
                                + "\" has none");
            }
            return found.stream().map(NamedContext::getName).collect(Collectors.toList());
        } catch (RuntimeException e) {
            if (e instanceof IllegalArgumentException) {
                throw e;
            }
            throw new IllegalArgumentException(
                    "--kubeconfig: expected a kubeconfig, but \"" + file + "\" is none: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String current(String file, List<String> known) {
        NamedContext current = Config.fromKubeconfig(new File(file)).getCurrentContext();
        if (current == null) {
            throw new IllegalArgumentException("--context: expected one of "
                    + String.join(", ", known) + ", for " + file
                    + " has no current context, but got none");
        }
        return current.getName();
    }
}
