package dev.fairlead.sandbox.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.sandbox.kubelet.KubeletTiming;
import dev.fairlead.sandbox.kubelet.PodRuntime;

/** What a world consists of. A control plane and a kubelet always; the rest when asked for. */
public final class WorldPlan {

    private static final Logger LOG = LoggerFactory.getLogger(WorldPlan.class);
    private static final String ISTIO = "/dev/fairlead/sandbox/crds/istio-networking.yaml";
    private static final String GATEWAY_API = "/dev/fairlead/sandbox/crds/gateway-api.yaml";
    private static final String CANARY = "/dev/fairlead/canary/crds/";
    /** In MiB. Without a limit the API server takes up to 2 GB at 10,000 objects. */
    private static final int SMALL = 600;
    /** In MiB; for a thousand targets with all that is made for them. */
    private static final int LARGE = 3_072;

    private final List<String> schemas = new ArrayList<>(Stream.concat(Stream.of(ISTIO),
            Stream.of("canaries", "metrictemplates", "alertproviders")
                    .map(kind -> CANARY + kind + ".yaml")
                    .filter(name -> WorldPlan.class.getResource(name) != null))
            .toList());
    private PodRuntime runtime = new IdlePods();
    private KubeletTiming timing = KubeletTiming.QUICK;
    private @Nullable Duration scrape;
    private boolean kafka;
    private boolean postgres;
    private boolean audit;
    private int memory = SMALL;
    private Consumer<String> progress = LOG::info;

    WorldPlan() {}

    /** What runs in the pods; {@link IdlePods} unless named. */
    public WorldPlan pods(PodRuntime runtime) {
        this.runtime = runtime;
        return this;
    }

    /** How quick the kubelet is; {@link KubeletTiming#QUICK} unless named. */
    public WorldPlan timing(KubeletTiming timing) {
        this.timing = timing;
        return this;
    }

    /** With a Prometheus that scrapes at this pace; 250 ms suits analyses every second. */
    public WorldPlan prometheus(Duration scrape) {
        this.scrape = scrape;
        return this;
    }

    /** With a Kafka broker. */
    public WorldPlan kafka() {
        kafka = true;
        return this;
    }

    /** With a Postgres server. */
    public WorldPlan postgres() {
        postgres = true;
        return this;
    }

    /** With a log of all requests to the API server, and of what writes of routes and readiness answered. */
    public WorldPlan audit() {
        audit = true;
        return this;
    }

    /** With an API server that has room for some hundred targets. */
    public WorldPlan large() {
        memory = LARGE;
        return this;
    }

    /** With the kinds of the Gateway API. */
    public WorldPlan gatewayApi() {
        return schema(GATEWAY_API);
    }

    /** With the kinds that autoscalers need: measures of pods, as a metrics server has them, and KEDA's. */
    public WorldPlan autoscaling() {
        return schema("/dev/fairlead/sandbox/crds/pod-metrics.yaml")
                .schema("/dev/fairlead/sandbox/crds/keda.yaml");
    }

    /** A further YAML file on the classpath with custom resource definitions. */
    public WorldPlan schema(String resource) {
        schemas.add(resource);
        return this;
    }

    /** Who hears what is being started and on which port; the log unless named. */
    public WorldPlan progress(Consumer<String> progress) {
        this.progress = progress;
        return this;
    }

    /**
     * Starts it all, what can be at the same time; a few seconds when the binaries are cached.
     *
     * @throws IllegalStateException a part did not start; the others have been ended
     */
    public World start() {
        return new WorldStart(this).start();
    }

    List<String> schemas() {
        return List.copyOf(schemas);
    }

    PodRuntime runtime() {
        return runtime;
    }

    KubeletTiming timing() {
        return timing;
    }

    Optional<Duration> scrape() {
        return Optional.ofNullable(scrape);
    }

    boolean hasKafka() {
        return kafka;
    }

    boolean hasPostgres() {
        return postgres;
    }

    boolean hasAudit() {
        return audit;
    }

    int memory() {
        return memory;
    }

    void tell(String line) {
        progress.accept(line);
    }
}
