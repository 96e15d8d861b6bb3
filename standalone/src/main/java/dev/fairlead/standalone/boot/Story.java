package dev.fairlead.standalone.boot;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;
import dev.fairlead.standalone.web.Readiness;
import dev.fairlead.watcher.boot.Watches;
import dev.fairlead.watcher.watch.ClusterWatch;

/** Tells the person at the terminal how the start goes; each thing once. */
final class Story {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** What is waited for a shorter time is no news at a start. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    private static final int LABEL = 10;

    private static final double MS_PER_S = 1_000.0;

    private final PrintStream out;

    private final Instant start = Instant.now();

    private final Set<String> watched = new LinkedHashSet<>();

    private final Map<String, Wait> waits = new HashMap<>();

    /** What is waited for, since when there is anything, on the monotonic clock. */
    private record Wait(String reason, long since, boolean told) {}

    Story(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String label, String text) {
        out.println(label + " ".repeat(Math.max(1, LABEL - label.length())) + text);
        out.flush();
    }

    <T> T timed(String label, String what, Supplier<T> step) {
        Instant begun = Instant.now();
        T done = step.get();
        say(label, what + ", started in " + seconds(begun));
        return done;
    }

    /** Goes on until the engine is ready; each time something else is waited for, that is told. */
    void untilReady(Engine engine, Readiness readiness, BooleanSupplier ended) {
        while (!ended.getAsBoolean() && !readiness.isReady()) {
            tellClusters(engine);
            readiness.waiting()
                    .forEach((service, reasons) -> tellWaiting(service, reasons));
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        if (!ended.getAsBoolean()) {
            tellClusters(engine);
            say("ready", "after " + seconds(start) + "; Ctrl-C ends it");
        }
    }

    private void tellClusters(Engine engine) {
        engine.parts(Service.WATCHER, Watches.class)
                .stream()
                .flatMap(watches -> watches.all().stream())
                .forEach(this::tell);
    }

    private void tell(ClusterWatch watch) {
        String name = "cluster " + watch.cluster();
        watch.waitingFor().ifPresentOrElse(reason -> tellOnce(name, withHint(reason)), () -> {
            if (watched.add(watch.cluster())) {
                say("watching", name + ", Canaries: " + watch.targets());
            }
        });
    }

    /** The clusters are told one by one. */
    private void tellWaiting(Service service, List<String> reasons) {
        if (service != Service.WATCHER) {
            String name = service.name().toLowerCase(Locale.ROOT);
            tellOnce(name, withoutTimes(String.join("; ", reasons)));
        }
    }

    private void tellOnce(String about, String reason) {
        long now = System.nanoTime();
        Wait last = waits.get(about);
        boolean told = last != null && last.told() && last.reason().equals(reason);
        Wait wait = new Wait(reason, last == null ? now : last.since(), told);
        if (!told && now - wait.since() >= NEWS.toNanos()) {
            wait = new Wait(reason, wait.since(), true);
            say("waiting", about + " waits for " + reason);
        }
        waits.put(about, wait);
    }

    private static String withHint(String reason) {
        if (!reason.contains("not installed")) {
            return reason;
        }
        return reason + (reason.contains(".flagger.app")
                ? "; apply the definitions with './fairlead standalone --print-crds | kubectl apply"
                        + " -f -', or start with --install-crds"
                : reason.contains(".gateway.networking.k8s.io")
                        ? "; install the Gateway API's definitions"
                        : "; install Istio, or its definitions");
    }

    private static String withoutTimes(String reason) {
        return reason.replaceAll(" since \\S+", "");
    }

    private static String seconds(Instant since) {
        return String.format(Locale.ROOT, "%.1f s",
                Duration.between(since, Instant.now()).toMillis() / MS_PER_S);
    }
}
