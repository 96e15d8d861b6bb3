package dev.fairlead.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** A cluster, with the rights of a kubeconfig: those of the engine when it is the engine's. */
public final class ClusterLook {

    /** For one answer, in ms. */
    private static final int PATIENCE = 5_000;
    private static final List<String> CRDS = List.of("canaries.flagger.app",
            "metrictemplates.flagger.app", "alertproviders.flagger.app");
    private static final Mesh ISTIO = new Mesh("Istio", "networking.istio.io",
            "virtualservices");
    private static final Mesh GATEWAY_API = new Mesh("the Gateway API",
            "gateway.networking.k8s.io", "httproutes");
    private static final List<Right> RIGHTS = List.of(
            new Right("flagger.app", "canaries", "list"),
            new Right("flagger.app", "canaries", "watch"),
            new Right("flagger.app", "canaries/status", "patch"),
            new Right("flagger.app", "metrictemplates", "watch"),
            new Right("flagger.app", "alertproviders", "watch"),
            new Right("apps", "deployments", "watch"), new Right("apps", "deployments", "create"),
            new Right("apps", "deployments", "patch"), new Right("apps", "daemonsets", "watch"),
            new Right("autoscaling", "horizontalpodautoscalers", "watch"),
            new Right("", "services", "create"),
            new Right("", "services", "patch"), new Right("", "configmaps", "watch"),
            new Right("", "secrets", "get"), new Right("", "events", "create"));

    private final Config config;

    /** By whose routes traffic can be shared out. */
    private record Mesh(String title, String group, String resource) {

        String definition() {
            return resource + "." + group;
        }

        Stream<Right> rights() {
            return Stream.of("watch", "create", "patch")
                    .map(verb -> new Right(group, resource, verb));
        }
    }

    private record Right(String group, String resource, String verb) {

        @Override
        public String toString() {
            return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
        }
    }

    /**
     * @param kubeconfig
     *            a file; empty for that of kubectl
     * @param context
     *            empty for its current one
     */
    public ClusterLook(String kubeconfig, String context) {
        if (!kubeconfig.isEmpty()) {
            System.setProperty("kubeconfig", kubeconfig);
        }
        this.config = new ConfigBuilder(
                Config.autoConfigure(context.isEmpty() ? null : context))
                .withRequestTimeout(PATIENCE)
                .withConnectionTimeout(PATIENCE)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    public List<Diagnosis> look() {
        String part = "cluster";
        try (KubernetesClient cluster =
                new KubernetesClientBuilder().withConfig(config).build()) {
            List<Diagnosis> found = new ArrayList<>();
            found.add(Diagnosis.ok(part, "Kubernetes "
                    + cluster.getKubernetesVersion().getGitVersion() + " at "
                    + config.getMasterUrl()));
            CRDS.forEach(name -> found.add(kind(cluster, name)));
            List<Mesh> meshes = Stream.of(ISTIO, GATEWAY_API)
                    .filter(mesh -> isServed(cluster, mesh))
                    .toList();
            found.addAll(meshes(meshes));
            found.add(rights(cluster, meshes));
            return found;
        } catch (KubernetesClientException e) {
            return List.of(Diagnosis.bad(part,
                    config.getMasterUrl() + ": " + String.valueOf(e.getMessage()),
                    "name a cluster that answers: --kubeconfig FILE --context NAME"));
        }
    }

    /** One of them is enough; a Canary of the other's provider would be told to wait for it. */
    private static List<Diagnosis> meshes(List<Mesh> there) {
        return there.isEmpty()
                ? List.of(Diagnosis.warning("mesh",
                        "neither " + ISTIO.definition() + " nor " + GATEWAY_API.definition(),
                        "install " + ISTIO.title() + " or " + GATEWAY_API.title()
                                + "; without them only provider kubernetes can be used"))
                : there.stream()
                        .map(mesh -> Diagnosis.ok("mesh",
                                mesh.title() + ": " + mesh.definition()))
                        .toList();
    }

    /** By discovery, which everybody may read; whichever version there is. */
    private static boolean isServed(KubernetesClient cluster, Mesh mesh) {
        return cluster.getApiGroup(mesh.group()) != null;
    }

    private static Diagnosis kind(KubernetesClient cluster, String name) {
        try {
            boolean there = cluster.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(name)
                    .get() != null;
            return there ? Diagnosis.ok("crd", name)
                    : Diagnosis.bad("crd", name + " is missing",
                            "kubectl apply -f Flagger's CRDs");
        } catch (KubernetesClientException e) {
            return Diagnosis.warning("crd", name + " cannot be looked at: " + e.getCode(),
                    "use a kubeconfig that may get customresourcedefinitions");
        }
    }

    private static Diagnosis rights(KubernetesClient cluster, List<Mesh> meshes) {
        List<Right> needed = Stream.concat(RIGHTS.stream(), meshes.stream().flatMap(Mesh::rights))
                .toList();
        List<String> missing = needed.stream()
                .filter(right -> !has(cluster, right))
                .map(Right::toString)
                .toList();
        return missing.isEmpty()
                ? Diagnosis.ok("rights", needed.size() + " of " + needed.size()
                        + " that the engine needs")
                : Diagnosis.bad("rights", "missing: " + String.join(", ", missing),
                        "bind Flagger's ClusterRole to the account of this kubeconfig");
    }

    private static boolean has(KubernetesClient cluster, Right right) {
        String[] parts = right.resource().split("/", -1);
        var review = new SelfSubjectAccessReviewBuilder().withNewSpec()
                .withNewResourceAttributes()
                .withGroup(right.group())
                .withResource(parts[0])
                .withSubresource(parts.length > 1 ? parts[1] : "")
                .withVerb(right.verb())
                .endResourceAttributes()
                .endSpec()
                .build();
        return Boolean.TRUE.equals(cluster.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed());
    }
}
