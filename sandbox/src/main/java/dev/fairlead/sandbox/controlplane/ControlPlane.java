package dev.fairlead.sandbox.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import dev.fairlead.sandbox.child.Child;
import dev.fairlead.sandbox.child.Closers;

/** A running control plane: etcd, API server and controllers, each of which ends when this process does. */
public final class ControlPlane implements AutoCloseable {

    static final String AUDIT_LOG = "audit.log";
    static final Duration NAMESPACE_LIMIT = Duration.ofSeconds(60);
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int RETRIES = 2;
    private static final String AUDIT_POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            omitManagedFields: true
            rules:
            - level: RequestResponse
              verbs: [create, update, patch]
              resources:
              - group: networking.istio.io
                resources: [virtualservices]
              - group: apps
                resources: [deployments/status]
            - level: Metadata
            """;

    private final ControlPlanePlan plan;
    private final Credentials credentials;
    private final ApiServer apiServer;
    private final Path kubeconfig;
    private final KubernetesClient client;
    private final Closers parts;
    private volatile Child controllers;

    private ControlPlane(ControlPlanePlan plan, Credentials credentials, Closers parts)
            throws IOException {
        this.plan = plan;
        this.credentials = credentials;
        this.parts = parts;
        parts.add(Child.start("etcd", plan.folder(), plan.folder().resolve("etcd.log"), Map.of(),
                Commands.etcd(plan)));
        apiServer = parts.add(new ApiServer(plan));
        apiServer.launch();
        apiServer.awaitCertificate(credentials);
        kubeconfig = credentials.admin();
        client = parts.add(client(Files.readString(kubeconfig)));
        apiServer.awaitReady(client);
        new Schemas(client).install(plan.schemas());
        // Only now: the garbage collector looks for new kinds every 20 s.
        controllers = startControllers();
        AutoCloseable end = () -> controllers.close();
        parts.add(end);
        Wait.until("the controllers to work", NAMESPACE_LIMIT, () -> {
            controllers.expectAlive();
            return hasServiceAccount("default");
        });
    }

    private Child startControllers() {
        return Child.start("kube-controller-manager", plan.folder(),
                plan.folder().resolve("kube-controller-manager.log"), Map.of(),
                Commands.controllerManager(plan));
    }

    /**
     * Starts it and returns when the API server answers, all schemas are served and the controllers work. Data of an
     * earlier start in the same folder are kept.
     *
     * @throws IllegalStateException a process ended or did not get ready in time; what was started has been ended
     */
    public static ControlPlane start(ControlPlanePlan plan) {
        Closers parts = new Closers();
        try {
            Credentials credentials = new Credentials(plan.folder(), plan.port());
            credentials.write();
            Files.writeString(plan.folder().resolve("audit-policy.yaml"), AUDIT_POLICY);
            return new ControlPlane(plan, credentials, parts);
        } catch (IOException e) {
            parts.close();
            throw new UncheckedIOException("Cannot write to " + plan.folder(), e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** The administrator's client; closed with the control plane. */
    public KubernetesClient client() {
        return client;
    }

    /** The administrator's kubeconfig, for {@code kubectl} and for services. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    public int port() {
        return plan.port();
    }

    /** Where each request is written as a line of JSON, if the plan asked for it. */
    public Path auditLog() {
        return plan.folder().resolve(AUDIT_LOG);
    }

    /** Creates a namespace, unless it is there, and returns when pods can be created in it. */
    public void namespace(String name) {
        client.resource(
                new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
                .serverSideApply();
        awaitServiceAccount(name);
    }

    private void awaitServiceAccount(String namespace) {
        Wait.until("the service account 'default' of namespace " + namespace, NAMESPACE_LIMIT,
                () -> hasServiceAccount(namespace));
    }

    private boolean hasServiceAccount(String namespace) {
        return client.serviceAccounts().inNamespace(namespace).withName("default").get() != null;
    }

    /**
     * A kubeconfig for a service account, with a token as a pod would get it.
     *
     * @param validity at least 10 minutes
     */
    public String kubeconfigOf(String namespace, String serviceAccount, Duration validity) {
        String token = client.serviceAccounts()
                .inNamespace(namespace)
                .withName(serviceAccount)
                .tokenRequest(new TokenRequestBuilder().withNewSpec()
                        .withExpirationSeconds(validity.toSeconds())
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
        return credentials.kubeconfig(serviceAccount, token);
    }

    /** A new client for a kubeconfig; the caller closes it. Asks at most three times, within some seconds. */
    public static KubernetesClient client(String kubeconfig) {
        Config config = new ConfigBuilder(Config.fromKubeconfig(kubeconfig))
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(RETRIES)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Ends the API server at once, as a crash would. */
    public void stopApiServer() {
        apiServer.stop();
    }

    /**
     * Starts the API server again on the same port and data, and waits until it is ready. The
     * controllers begin anew, as those of a cluster do that lost their lease meanwhile; else they
     * would pause for up to a minute before they look again.
     */
    public void startApiServer() {
        apiServer.launch();
        apiServer.awaitReady(client);
        controllers.close();
        controllers = startControllers();
    }

    /** Freezes the API server: connections stay open, nothing is answered. */
    public void pauseApiServer() {
        apiServer.pause();
    }

    /** Ends the freeze. */
    public void resumeApiServer() {
        apiServer.resume();
    }

    @Override
    public void close() {
        parts.close();
    }
}
