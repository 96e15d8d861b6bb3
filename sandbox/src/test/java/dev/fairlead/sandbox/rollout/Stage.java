package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.awaitility.core.ConditionFactory;

import dev.fairlead.events.TargetKey;
import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.scene.Scene;

import static org.awaitility.Awaitility.await;

/**
 * One application in a namespace of its own, and hands and eyes as kubectl has them. Whoever walks
 * a journey on it ends with {@code stage.invariants().hold()}.
 */
public final class Stage implements AutoCloseable {

    /** The longest that anything may take on a busy machine. */
    public static final Duration SOON = Duration.ofSeconds(120);

    private static final Duration LOAD = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final String APP = "app";

    final Scene scene;
    final String namespace;
    private final KubernetesClient client;
    private final Chronicle log;
    private final Witness witness;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /**
     * @param namespace
     *            is made, if it is not there
     */
    public Stage(Scene scene, String namespace) {
        this(scene, namespace, scene.world().postgres().jdbcUrl());
    }

    /**
     * @param database
     *            where the engine's log is, when it is not the world's
     */
    Stage(Scene scene, String namespace, String database) {
        this.scene = scene;
        this.namespace = namespace;
        this.client = scene.world().client();
        scene.world().controlPlane().namespace(namespace);
        this.log = Chronicle.of(database,
                new TargetKey(EngineSettings.CLUSTER, namespace, APP));
        this.witness = new Witness(client, namespace);
    }

    /** Applies the application; each replacement is old text, new text. */
    public Stage applied(String... replacements) {
        Manifest.app(replacements).forEach(this::apply);
        return this;
    }

    /** Only the Deployment, with replacements; for a second application. */
    public void applyDeployment(String... replacements) {
        apply(Manifest.app(replacements).getFirst());
    }

    public void apply(HasMetadata object) {
        client.resource(object).inNamespace(namespace).create();
    }

    /** Another object of YAML text, in this namespace. */
    public void apply(String yaml) {
        apply(Serialization.<HasMetadata>unmarshal(yaml));
    }

    public Stage initialized() {
        awaitPhase("Initialized");
        return this;
    }

    /** Steady load of a client inside; not judged before {@link Traffic#warm}. */
    public LoadGenerator load() {
        return load(APP);
    }

    LoadGenerator load(String service) {
        return load("client-of-" + service, MeshRequest.get(service + "." + namespace, "/"));
    }

    private LoadGenerator load(String workload, MeshRequest request) {
        LoadGenerator load = scene.load(namespace, workload, LoadPlan.of(request, 60, LOAD));
        open.add(load);
        return load;
    }

    /** Users, whose lost requests are counted once they have all been answered for a while. */
    public Traffic traffic() {
        return traffic(APP);
    }

    /** Users of a Service of this name. */
    public Traffic traffic(String service) {
        return Traffic.warm(load(service));
    }

    /** Users who come from a workload of this name with a request of their own. */
    Traffic traffic(String workload, MeshRequest request) {
        return Traffic.warm(load(workload, request));
    }

    public void release(String tag) {
        deployment(APP).patch(PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":"
                        + "\"registry.local/app:" + tag + "\"}]}}}}");
    }

    /** With a variable in the container's environment. */
    public void release(String tag, String variable, String value) {
        deployment(APP).patch(PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":"
                        + "\"registry.local/app:" + tag + "\",\"env\":[{\"name\":\"" + variable
                        + "\",\"value\":\"" + value + "\"}]}]}}}}");
    }

    public void patchCanary(String json) {
        canaries().patch(PatchContext.of(PatchType.JSON_MERGE), json);
    }

    public void awaitPhase(String phase) {
        soon("phase " + phase + " of " + namespace).until(this::phase, phase::equals);
    }

    /** A Kubernetes event with just this text. */
    public void awaitEvent(String message) {
        soon("event \"" + message + "\" in " + namespace).until(() -> events().contains(message));
    }

    /** A fact of this type in the log. */
    public void awaitFact(Class<?> type) {
        awaitFact(type, _ -> true);
    }

    /** A fact of this type that fits, in the log. */
    public <T> void awaitFact(Class<T> type, Predicate<T> fits) {
        soon("fact " + type.getSimpleName() + " of " + namespace)
                .until(() -> log.facts(type).stream().anyMatch(fits));
    }

    /** At least this share to the canary, as the route stands in the cluster. */
    public void awaitWeight(int least) {
        soon("weight " + least + " of " + namespace).until(() -> weight() >= least);
    }

    /** Empty where there is no Canary, or no status yet. */
    public String phase() {
        return Optional.ofNullable(canaries().get())
                .map(canary -> Objects.toString(canary.get("status", "phase"), ""))
                .orElse("");
    }

    public GenericKubernetesResource canary() {
        return Objects.requireNonNull(canaries().get(), "Canary in " + namespace);
    }

    /** The canary's share in the last route of the VirtualService; -1 where there is none. */
    public int weight() {
        return Optional.ofNullable(route(APP).get()).map(Shares::canary).orElse(-1);
    }

    public String image(String deployment) {
        return deployment(deployment).get()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    public int replicas(String deployment) {
        return deployment(deployment).get().getSpec().getReplicas();
    }

    /** Texts of the Kubernetes events about Canaries. */
    public List<String> events() {
        return canaryEvents().stream().map(Event::getMessage).toList();
    }

    /** How often an event with this text was counted. */
    public int count(String message) {
        return canaryEvents().stream()
                .filter(event -> event.getMessage().equals(message))
                .mapToInt(event -> Objects.requireNonNullElse(event.getCount(), 1))
                .sum();
    }

    List<Event> canaryEvents() {
        return client.v1()
                .events()
                .inNamespace(namespace)
                .list()
                .getItems()
                .stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("Canary"))
                .toList();
    }

    public RollableScalableResource<Deployment> deployment(String name) {
        return client.apps().deployments().inNamespace(namespace).withName(name);
    }

    /** The Canary, by {@code kubectl}'s hands. */
    public Resource<GenericKubernetesResource> canaries() {
        return client.genericKubernetesResources(Kinds.CANARY)
                .inNamespace(namespace)
                .withName(APP);
    }

    public Resource<GenericKubernetesResource> route(String name) {
        return client.genericKubernetesResources(Kinds.VIRTUAL_SERVICE)
                .inNamespace(namespace)
                .withName(name);
    }

    public Resource<GenericKubernetesResource> rule(String name) {
        return client.genericKubernetesResources(Kinds.DESTINATION_RULE)
                .inNamespace(namespace)
                .withName(name);
    }

    public KubernetesClient client() {
        return client;
    }

    public String namespace() {
        return namespace;
    }

    /** The target's events in the log. */
    public Chronicle log() {
        return log;
    }

    /** Every version of the namespace's objects that was seen. */
    public Witness witness() {
        return witness;
    }

    /** What must be true of every target, whatever happened. */
    public Invariants invariants() {
        return new Invariants(this);
    }

    /** A wait that does not keep a busy machine busier. */
    static ConditionFactory soon(String what) {
        return await(what).atMost(SOON).pollInterval(LOOK_EVERY);
    }

    /** Ends its loads and watches; the objects stay. */
    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(open);
        all.add(witness);
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception unclosed) {
                throw new IllegalStateException("a part of the stage stays open", unclosed);
            }
        }
    }
}
