package dev.fairlead.sandbox.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import io.fabric8.kubernetes.client.KubernetesClient;

import dev.fairlead.sandbox.demo.Timeline.Entry;
import dev.fairlead.sandbox.demoapp.Behaviour;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.scene.Scene;

/** A backend in production: a good release is promoted, a bad one rolled back. */
public final class Demo implements AutoCloseable {

    /** The namespace of the demo. */
    public static final String NAMESPACE = "prod";

    private static final String NAME = "backend";
    private static final String GOOD = "registry.local/backend:1.1.0";
    private static final String BAD = "registry.local/backend:1.2.0";
    private static final int BREAKS_AT = 10;
    private static final Behaviour BROKEN = new Behaviour(0.5, 500, Duration.ZERO, 1, true,
            Duration.ZERO, Duration.ZERO);
    private static final int REQUESTS_PER_SECOND = 100;
    private static final Duration LOAD = Duration.ofMinutes(30);
    private static final Duration TO_INITIALIZE = Duration.ofSeconds(120);
    private static final Duration TO_RELEASE = Duration.ofSeconds(180);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Scene scene;
    private final KubernetesClient client;
    private final PrintStream out;
    private final Timeline timeline;
    private final DemoWatch watch;
    private final Judgement judgement;
    private final LogTimes log;

    /**
     * @param scene a world in which the engine runs
     */
    public Demo(Scene scene, PrintStream out) {
        this.scene = scene;
        this.client = scene.world().client();
        this.out = out;
        this.timeline = new Timeline(out);
        this.judgement = new Judgement(out);
        this.log = new LogTimes(scene.world().postgres().dataSource());
        scene.world().controlPlane().namespace(NAMESPACE);
        this.watch = new DemoWatch(client, NAMESPACE, timeline);
    }

    /** Whether both releases ended as they should, with no request lost by the good one. */
    public boolean run() {
        timeline.begin("backend 1.0.0 is taken under control");
        Manifests.apply(client, scene);
        await("the backend is initialized", TO_INITIALIZE,
                () -> watch.phase().equals("Initialized"));
        try (LoadGenerator load = scene.load(NAMESPACE, "storefront",
                LoadPlan.steady(NAME + "." + NAMESPACE, REQUESTS_PER_SECOND, LOAD))) {
            good(load);
            bad(load);
        }
        out.println();
        out.println(judgement.isGood() ? "Both releases ended as expected."
                : "The demo did NOT end as expected.");
        return judgement.isGood();
    }

    private void good(LoadGenerator load) {
        int lostBefore = load.lost().size();
        Instant changed = release("a good release: backend 1.1.0", GOOD);
        await("the good release ends", TO_RELEASE,
                () -> watch.phase().equals("Succeeded") || watch.phase().equals("Failed"));
        out.println();
        judgement.expect("outcome of the good release", "Succeeded", watch.phase());
        judgement.expect("canary weight", 0, watch.weight());
        judgement.expect("image of backend-primary", GOOD,
                Manifests.image(client, "backend-primary"));
        judgement.expect("pods of the canary", 0, Manifests.replicas(client, NAME));
        judgement.expect("requests lost", 0, load.lost().size() - lostBefore);
        load.lost().stream().limit(5).forEach(lost -> out.println("    lost: " + lost));
        figure("changed Deployment to first canary weight", changed, firstWeight());
    }

    private void bad(LoadGenerator load) {
        release("a bad release: backend 1.2.0 passes its conformance test, then breaks", BAD);
        await("the bad release has users", TO_RELEASE, () -> watch.weight() >= BREAKS_AT);
        scene.pods().findVersion(NAMESPACE, "1.2.0").forEach(app -> app.behave(BROKEN));
        timeline.add(Instant.now(), "fault",
                "backend 1.2.0 begins to answer every second request with an error");
        await("the bad release ends", TO_RELEASE, () -> watch.phase().equals("Failed"));
        out.println();
        judgement.expect("outcome of the bad release", "Failed", watch.phase());
        judgement.expect("canary weight", 0, watch.weight());
        judgement.expect("image of backend-primary", GOOD,
                Manifests.image(client, "backend-primary"));
        judgement.expect("pods of the canary", 0, Manifests.replicas(client, NAME));
        Instant verdict = log.newest("RollbackOrdered").orElse(Instant.EPOCH);
        figure("failing verdict to canary weight 0", verdict, lastRoute());
        out.println("  requests sent " + load.tally().sent() + ", lost " + load.tally().lost()
                + ", answered with errors by the bad release " + load.tally().errors());
        out.println("  Slack was told: " + String.join(" | ", scene.slack().headlines()));
    }

    private Instant release(String title, String image) {
        Instant changed = timeline.begin(title);
        Manifests.release(client, NAME, image);
        await("the rollout starts", TO_RELEASE, () -> watch.phase().equals("Progressing"));
        return changed;
    }

    private Instant firstWeight() {
        return timeline.of("route").stream().findFirst().map(Entry::at).orElse(Instant.EPOCH);
    }

    private Instant lastRoute() {
        var routes = timeline.of("route");
        return routes.isEmpty() ? Instant.EPOCH : routes.getLast().at();
    }

    private void figure(String what, Instant from, Instant to) {
        double seconds = Duration.between(from, to).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "  %s: %.3f s", what, seconds));
    }

    private static void await(String what, Duration atMost, BooleanSupplier come) {
        Instant end = Instant.now().plus(atMost);
        while (!come.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "Expected that " + what + " within " + atMost.toSeconds() + " s");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
